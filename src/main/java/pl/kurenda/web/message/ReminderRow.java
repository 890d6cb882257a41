package pl.kurenda.web.message;

import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/**
 * A reminder in a list, ready for display.
 *
 * @param id id of the reminder
 * @param batchId id of its file
 * @param source the domain system
 * @param file name of the file
 * @param line line in the file
 * @param reference reference of the debt, or empty
 * @param phone masked phone number
 * @param amount amount of the debt
 * @param due due date, or empty
 * @param state name of the state
 * @param stateText the state in words
 * @param why reason in words, or empty
 * @param since when it entered the state
 * @param sent when it was sent, or empty
 * @param witnessed whether a waiting receipt may belong to it
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
