package pl.kurenda.web.file;

import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.read.FileHistory;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/**
 * Details of a file, ready for display.
 *
 * @param row the file as in the list
 * @param loaded whether it has been loaded
 * @param sha256 of its bytes
 * @param suppressed suppressed rows at the time of loading
 * @param amountQueued total of the rows accepted for sending
 * @param segments segments of these rows
 * @param cost cost of these rows
 * @param reasons number of rows per reason
 * @param findings sentences about the file as a whole
 * @param states current states of its reminders
 * @param decisions decisions made by people
 * @param held number of reminders held now
 * @param releasable whether a release would send any of them, or record debts missing from a full export as paid
 * @param withdrawable whether anything in the file can be withdrawn
 */
record FilePage(
        FileRow row,
        boolean loaded,
        String sha256,
        String suppressed,
        String amountQueued,
        String segments,
        String cost,
        List<Count> reasons,
        List<String> findings,
        List<Count> states,
        List<Decided> decisions,
        String held,
        boolean releasable,
        boolean withdrawable) {

    /**
     * A count.
     *
     * @param code what is counted
     * @param words text for the code
     * @param count the number
     */
    record Count(String code, String words, String count) {}

    /** A decision that was made. */
    record Decided(String at, String who, String decision, String why, String reminders) {}

    static FilePage of(FileHistory story, PageTexts words, PolishFormat format) {
        BatchTotals totals = story.totals();
        boolean loaded = !story.entry().state().equals("LOADING");
        return new FilePage(
                FileRow.of(story.entry(), format),
                loaded,
                totals.file().sha256(),
                format.count(totals.suppressed()),
                format.money(totals.amountQueued()),
                format.count(totals.segments()),
                format.pln(totals.cost()),
                reasons(totals, words, format),
                totals.findings().stream()
                        .map(finding -> finding.text(words.locale()))
                        .toList(),
                states(story.states(), words, format),
                decisions(story, words, format),
                format.count(story.states().getOrDefault(ReminderState.HELD, 0L)),
                loaded && story.releasable(),
                loaded
                        && (story.releasable()
                                || story.states().containsKey(ReminderState.HELD)
                                || story.states().containsKey(ReminderState.QUEUED)));
    }

    private static List<Count> reasons(BatchTotals totals, PageTexts words, PolishFormat format) {
        return totals.reasons().entrySet().stream()
                .map(reason ->
                        new Count(reason.getKey(), words.reason(reason.getKey()), format.count(reason.getValue())))
                .toList();
    }

    private static List<Count> states(Map<ReminderState, Long> states, PageTexts words, PolishFormat format) {
        return states.entrySet().stream()
                .map(state -> new Count(
                        state.getKey().name(), words.get("line." + state.getKey()), format.count(state.getValue())))
                .toList();
    }

    private static List<Decided> decisions(FileHistory story, PageTexts words, PolishFormat format) {
        return story.decisions().stream()
                .map(made -> new Decided(
                        format.time(made.at()),
                        made.who(),
                        words.get("decision." + made.decision()),
                        made.why(),
                        format.count(made.reminders())))
                .toList();
    }
}
