package pl.kurenda.ledger;

import java.time.LocalDate;
import java.util.List;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

/**
 * What was paid on debts that were reminded of, that wait to be, or were held out by chance. A payment counts once, in however
 * many lists it comes: as often as the list that has it most often.
 */
public interface Payments {

    /** Opens a list, or finds that its octets were taken before. */
    Listed open(String source, String fileName, String sha256);

    /**
     * Books payments of a list, in one transaction. What is booked of this list already is told again. What still waits of a
     * debt is not sent as it is: paid in full it is suppressed ({@link Suppression#PAID}), paid in part its reminder is
     * withdrawn. Payments of days before the file of the reminder was written are in its amount already.
     *
     * @param listId of the list
     */
    Booked book(long listId, String source, List<Payment> payments);

    /** How many reminders that waited are not sent, because of this list. */
    int takenBack(long listId);

    /** The last payment of the list is booked. */
    void finish(long listId);

    /**
     * Compares each full export that passed with the one before it: a debt that is no longer there is paid, one that is
     * smaller is paid in part. May run on several nodes at once, and be cut short.
     *
     * @return how many payments were found
     */
    int compareExports();

    /**
     * A list of payments.
     *
     * @param id of it
     * @param repeated whether it was taken to its end before, and all of it is booked
     * @param fileName under which it came first
     */
    record Listed(long id, boolean repeated, String fileName) {}

    /**
     * A payment; its debt is told by the first that is there of reference, account and phone.
     *
     * @param ordinal from 1, of equal payments in the list
     * @param reference in the domain system, or null
     * @param account NRB digits, or null
     * @param phone of the debtor, or null
     * @param amount paid
     * @param on day of the office
     */
    record Payment(int ordinal, String reference, String account, Msisdn phone, Amount amount, LocalDate on) {

        /** Without the data of the person. */
        @Override
        public String toString() {
            return "Payment[]";
        }
    }

    /**
     * What became of payments.
     *
     * @param matched payments of debts that were reminded of, wait to be, or were held out
     * @param matchedGrosze their sum
     * @param unmatched payments of no such debt
     * @param known payments that an earlier list had already
     */
    record Booked(int matched, long matchedGrosze, int unmatched, int known) {
        /** None. */
        public static final Booked NOTHING = new Booked(0, 0, 0, 0);

        /** These and the others. */
        public Booked plus(Booked other) {
            return new Booked(
                    matched + other.matched,
                    matchedGrosze + other.matchedGrosze,
                    unmatched + other.unmatched,
                    known + other.known);
        }
    }
}
