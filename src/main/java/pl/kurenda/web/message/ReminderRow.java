package pl.kurenda.web.message;

import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/**
 * A reminder in a list, ready to be shown.
 *
 * @param id of the reminder
 * @param batchId id of its file
 * @param source the domain system
 * @param file its name
 * @param line of the file
 * @param reference of the debt, or empty
 * @param phone masked
 * @param amount of the debt
 * @param due day, or empty
 * @param state its name
 * @param stateText in words
 * @param why in words, or empty
 * @param since when it is in the state
 * @param sent when it was sent, or empty
 * @param witnessed whether a receipt waits that may be its own
 */
record ReminderRow(
        long id,
        long batchId,
        String source,
        String file,
        int line,
        String reference,
        String phone,
        String amount,
        String due,
        String state,
        String stateText,
        String why,
        String since,
        String sent,
        boolean witnessed) {

    static ReminderRow of(FoundReminder found, boolean witnessed, PageTexts pageTexts, PolishFormat format) {
        return new ReminderRow(
                found.id(),
                found.batchId(),
                found.source(),
                found.file(),
                found.line(),
                found.reference() == null ? "" : found.reference(),
                found.maskedPhone(),
                format.money(found.grosze()),
                found.due() == null ? "" : format.day(found.due()),
                found.state().name(),
                pageTexts.get("line." + found.state()),
                pageTexts.reason(found.reason()),
                format.time(found.stateAt()),
                found.sentAt() == null ? "" : format.time(found.sentAt()),
                witnessed);
    }
}
