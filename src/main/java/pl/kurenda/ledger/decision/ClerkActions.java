package pl.kurenda.ledger.decision;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.UnexpectedRollbackException;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.JpaAuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.recipient.Msisdn;

/**
 * What a clerk does on the pages: decide, reveal a number, download rejected rows. A decision works as on the command
 * line. Every action is recorded in {@code audit_log} in the same transaction: who, when, what and for which reminder
 * or file.
 */
@Service
public class ClerkActions {
    /** The largest number of reminders in one decision. All of them are changed in one transaction. */
    public static final int LARGEST_DECISION = 500;

    private static final String PHONE_SHOWN = "PHONE_SHOWN";
    private static final String REJECTED_TAKEN = "REJECTED_TAKEN";

    private final LedgerJdbc ledgerJdbc;
    private final JpaAuditLog audit;
    private final Decisions decisions;
    private final FileDecisions files;

    public ClerkActions(LedgerJdbc ledgerJdbc, JpaAuditLog audit, Decisions decisions, FileDecisions files) {
        this.ledgerJdbc = ledgerJdbc;
        this.audit = audit;
        this.decisions = decisions;
        this.files = files;
    }

    /**
     * Carries out {@link Decisions#decide} and records it.
     *
     * @param ids up to {@value #LARGEST_DECISION} reminders
     * @throws IllegalArgumentException if who or why is blank or too long, or there are too many ids
     */
    public DecisionResult decide(Decision decision, Collection<Long> ids, String who, String why) {
        Set<Long> asked = new TreeSet<>(ids);
        if (asked.size() > LARGEST_DECISION) {
            throw new IllegalArgumentException("a decision is about " + LARGEST_DECISION + " reminders at most");
        }
        return ledgerJdbc.inTransaction(() -> decisions.decide(decision, asked, who, why));
    }

    /**
     * Carries out {@link FileDecisions#decide} and records it.
     *
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    public FileDecisionResult decideFile(Decision decision, long batchId, String who, String why) {
        try {
            return ledgerJdbc.inTransaction(() -> files.decide(decision, batchId, who, why));
        } catch (UnexpectedRollbackException e) {
            // A collision with a file that is being loaded also rolls back this transaction, because both are one
            // transaction.
            return FileDecisionResult.none(FileDecisionResult.Outcome.BUSY);
        }
    }

    /**
     * Reveals the full phone number of a reminder. The request is recorded in the audit log before the number is
     * returned.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @return empty if there is no such reminder or its number has been erased
     */
    public Optional<Msisdn> reveal(long reminderId, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> {
            Optional<Msisdn> phone = phone(reminderId);
            if (phone.isPresent()) {
                audit.reminders(PHONE_SHOWN, List.of(reminderId), person, null);
            }
            return phone;
        });
    }

    /**
     * Records that a person downloads the rejected rows of a file, which contain full phone numbers.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     */
    public void takeRejected(long batchId, String who) {
        String person = Actor.who(who);
        ledgerJdbc.transact(() -> audit.file(REJECTED_TAKEN, batchId, person, null));
    }

    private Optional<Msisdn> phone(long reminderId) {
        return ledgerJdbc
                .sql()
                .queryForList(
                        "select msisdn from reminder where id = :id",
                        new MapSqlParameterSource("id", reminderId),
                        String.class)
                .stream()
                .filter(digits -> digits != null && !digits.isBlank())
                .map(Msisdn::new)
                .findFirst();
    }
}
