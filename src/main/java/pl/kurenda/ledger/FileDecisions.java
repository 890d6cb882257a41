package pl.kurenda.ledger;

import java.util.function.Consumer;

/** Files that are held, wholly or in part, and what is decided about them. Needs no lease. */
public interface FileDecisions {

    /**
     * Hands over the files with something held for the file's own reasons, by id; and held full exports without a new
     * debt, of which no reminder is held: their release says that what they lack is paid.
     */
    void each(Consumer<HeldFile> consumer);

    /**
     * Releases what of a file is held for the file's own reasons, or withdraws all of it that has not been sent; who and
     * why are kept with the file and in the history of each reminder. One transaction: all of it or nothing.
     *
     * @param decision {@link Decision#RELEASE} or {@link Decision#WITHDRAW}
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @throws IllegalArgumentException if who or why is blank or too long, or the decision is another
     */
    FileDecided decide(Decision decision, long batchId, String who, String why);
}
