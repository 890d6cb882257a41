package pl.kurenda.ledger;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/**
 * Erases what tells who a resident is once it is no longer needed. Masked phones, references, money and states stay, so
 * that each report of a past day comes out as it was. It may be cut off at any moment and is then gone on with.
 */
public interface Retention {

    /**
     * Erases, block by block, what has not changed since that moment: files nothing of which is live, receipts that nobody
     * knows, requests that are settled, imported phones, and the identities of payments. Of files that have live reminders
     * all that has been final for as long; they are looked at again a day later.
     *
     * @param before files of which anything changed later stay
     * @param keepAccounts whether account numbers of what was sent stay, for the lists of debts due for an upomnienie
     */
    Erasure erase(Instant before, boolean keepAccounts);

    /**
     * Tells of file names whether the files may go: the personal data of their rows have been erased, or all but those of
     * reminders that wait for a decision.
     *
     * @param names as files are called in {@code done}, any number
     * @return nothing for names that no file of the source has
     */
    Map<String, Boolean> erased(String source, Collection<String> names);

    /**
     * What was done.
     *
     * @param files whose data were erased
     * @param rows reminders and rejected rows of these, and of those that are not done with
     * @param undecided files old enough that have reminders which are not final: HELD or UNKNOWN, that is
     * @param phones imported phones that were removed
     */
    record Erasure(int files, long rows, int undecided, int phones) {
        /** Another node was at it. */
        public static final Erasure NOTHING = new Erasure(0, 0, 0, 0);
    }
}
