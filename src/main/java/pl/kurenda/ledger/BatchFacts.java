package pl.kurenda.ledger;

import java.util.List;

/**
 * What the gate looks at: a file in figures, before anything of it is sent. "Sendable" are its rows that are neither
 * rejected nor suppressed.
 *
 * @param rows read
 * @param rejected rows
 * @param sendable rows
 * @param amountTotal grosze, over all rows whose amount could be read
 * @param smallest amount of a sendable row, grosze; 0 where there is none
 * @param largest amount of a sendable row, grosze; 0 where there is none
 * @param shifted sendable rows whose amount stands in their own account number or phone number
 * @param onePhone how many sendable rows the most frequent phone number has
 * @param last exports of the source that were sent, the newest first
 * @param waiting reminders of earlier files that wait; counted for a full export only
 * @param missing how many of these are of debts that the file no longer has
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
     * An earlier export.
     *
     * @param rows it had
     * @param amountTotal grosze, over all rows whose amount could be read
     */
    public record Export(int rows, long amountTotal) {}
}
