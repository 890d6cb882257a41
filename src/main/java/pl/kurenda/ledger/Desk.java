package pl.kurenda.ledger;

import java.util.Collection;
import java.util.Optional;
import pl.kurenda.recipient.Msisdn;

/**
 * What a person does at the pages. A decision is the same as on the command line; like what is looked at here, it is noted in
 * the same transaction in the table {@code audit_log}: who, when, what and about which reminder or file.
 */
public interface Desk {
    /** How many reminders may be decided about at once: all of them are one transaction. */
    int LARGEST_DECISION = 500;

    /**
     * {@link Decisions#decide}.
     *
     * @param ids up to {@value #LARGEST_DECISION} reminders
     * @throws IllegalArgumentException if who or why is blank or too long, or there are too many ids
     */
    Decided decide(Decision decision, Collection<Long> ids, String who, String why);

    /**
     * {@link FileDecisions#decide}.
     *
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    FileDecided decideFile(Decision decision, long batchId, String who, String why);

    /**
     * The full number that a reminder goes to. Whoever asks has had it noted before the number is handed over.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @return nothing if there is no such reminder, or its number has been erased
     */
    Optional<Msisdn> reveal(long reminderId, String who);

    /**
     * Notes that somebody takes the rejected rows of a file, with the full numbers that stand in them.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     */
    void takeRejected(long batchId, String who);
}
