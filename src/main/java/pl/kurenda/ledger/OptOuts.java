package pl.kurenda.ledger;

import java.util.function.Consumer;
import pl.kurenda.recipient.Msisdn;

/**
 * The numbers that nobody is to remind. An opt-out holds for all sources. It is kept in force by the ledger: a row of
 * such a number begins as {@link Suppression#OPTED_OUT}, what waits becomes that, and the dispatch takes none of it.
 */
public interface OptOuts {
    /** Source of the messages that confirm an opt-out; no domain system may be called so. */
    String SOURCE = "opt-out";

    /**
     * Opts a number out, and suppresses what waits for it: QUEUED, HELD, and CLAIMED, of which nothing has been sent.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @return false if it was opted out before
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    boolean add(Msisdn phone, String who, String why);

    /**
     * Lets a number be reminded again from the next export on.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @return false if it was not opted out
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    boolean remove(Msisdn phone, String who, String why);

    /**
     * {@link #add} by the program of a vendor.
     *
     * @param vendor whose it is
     */
    void addFor(String vendor, Msisdn phone, String who, String why);

    /**
     * {@link #remove}, if that vendor alone has opted the number out: what a resident, the office or another vendor asked for
     * as well is not its to take back.
     *
     * @return false if it was not opted out, or not by that vendor alone
     */
    boolean removeOf(String vendor, Msisdn phone, String who, String why);

    /** Hands over all of them, by number. */
    void each(Consumer<OptOut> consumer);
}
