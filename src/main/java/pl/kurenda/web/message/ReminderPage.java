package pl.kurenda.web.message;

import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.read.ReminderHistory;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/**
 * Details of a reminder, ready for display.
 *
 * @param row the reminder as in a list
 * @param name name of the resident, or empty
 * @param account account to pay into, or empty
 * @param sender sender of the SMS
 * @param text text of the SMS, or empty
 * @param segments segments of the text
 * @param cost cost of these segments
 * @param parts result of each segment
 * @param changes changes of its state
 * @param decisions names of the decisions possible now
 */
record ReminderPage(
        ReminderRow row,
        String name,
        String account,
        String sender,
        String text,
        int segments,
        String cost,
        List<Part> parts,
        List<Change> changes,
        List<String> decisions) {
    private static final List<Decision> OFFERED =
            List.of(Decision.RELEASE, Decision.WITHDRAW, Decision.RESEND, Decision.GIVE_UP);

    /** A segment, ready for display. */
    record Part(
            int number, String state, String smsc, String messageId, String error, String answered, String receipt) {}

    /** A change of state, ready for display. */
    record Change(String at, String from, String to, String who, String why) {}

    static ReminderPage of(ReminderHistory story, PageTexts pageTexts, PolishFormat format) {
        return new ReminderPage(
                ReminderRow.of(story.reminder(), false, pageTexts, format),
                text(story.name()),
                text(story.account()),
                story.sender(),
                text(story.text()),
                story.segments(),
                format.pln(story.cost()),
                story.parts().stream().map(part -> of(part, pageTexts, format)).toList(),
                story.changes().stream()
                        .map(change -> of(change, pageTexts, format))
                        .toList(),
                OFFERED.stream()
                        .filter(decision ->
                                decision.from().contains(story.reminder().state()))
                        .map(Decision::name)
                        .toList());
    }

    private static Part of(ReminderHistory.Part part, PageTexts pageTexts, PolishFormat format) {
        return new Part(
                part.number(),
                pageTexts.get("line." + part.state()),
                part.smsc(),
                text(part.messageId()),
                pageTexts.reason(part.error()),
                format.time(part.answeredAt()),
                time(part.finalAt(), format));
    }

    private static Change of(ReminderHistory.Change change, PageTexts pageTexts, PolishFormat format) {
        return new Change(
                format.time(change.at()),
                pageTexts.get("line." + change.from()),
                pageTexts.get("line." + change.to()),
                pageTexts.who(change.who()),
                pageTexts.reason(change.why()));
    }

    private static String time(Instant time, PolishFormat format) {
        return time == null ? "" : format.time(time);
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
