package pl.kurenda.ledger.gate;

import java.util.List;
import pl.kurenda.recipient.Msisdn;

/**
 * The figures of a file that the gate checks, before anything of the file is sent. "Sendable" rows are neither rejected
 * nor suppressed.
 *
 * @param rows read
 * @param rejected rows
 * @param sendable rows
 * @param amountTotal grosze, over all rows whose amount could be read
 * @param smallest amount of a sendable row, grosze; 0 if there is none
 * @param largest amount of a sendable row, grosze; 0 if there is none
 * @param shifted sendable rows whose amount appears in their own account number or phone number
 * @param onePhone number of sendable rows with the most frequent phone number
 * @param last exports of the source that were sent, newest first
 * @param waiting reminders of earlier files that wait; counted for a full export only
 * @param missing how many of these have a debt that the file no longer contains
 */
public record BatchFacts(
        int rows,
        int rejected,
        int sendable,
        long amountTotal,
        long smallest,
        long largest,
        int shifted,
        int onePhone,
        List<Export> last,
        int waiting,
        int missing) {

    /**
     * Whether the amount appears in the row's own account or phone number. The ledger applies the same rule in SQL.
     * Whole PLN amounts count from four digits (six in a phone number), amounts in grosze from five (nine). Shorter
     * ones match at random.
     *
     * @param grosze the amount
     * @param account NRB digits, or null
     */
    public static boolean isShifted(long grosze, String account, Msisdn phone) {
        String there = account == null ? "" : account;
        String inGrosze = String.valueOf(grosze);
        String inPln = String.valueOf(grosze / 100);
        boolean whole = grosze % 100 == 0;
        return whole && grosze >= 100_000 && there.contains(inPln)
                || whole && grosze >= 10_000_000 && phone.digits().contains(inPln)
                || grosze >= 10_000 && there.contains(inGrosze)
                || grosze >= 100_000_000 && phone.digits().contains(inGrosze);
    }

    /**
     * An earlier export.
     *
     * @param rows it had
     * @param amountTotal grosze, over all rows whose amount could be read
     */
    public record Export(int rows, long amountTotal) {}
}
