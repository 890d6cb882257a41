package pl.kurenda.ledger;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.UnexpectedRollbackException;
import pl.kurenda.recipient.Msisdn;

/** The desk in the database. */
@Service
class DeskBooks implements Desk {
    private static final String PHONE_SHOWN = "PHONE_SHOWN";
    private static final String REJECTED_TAKEN = "REJECTED_TAKEN";

    private final Books books;
    private final AuditNotes audit;
    private final Decisions decisions;
    private final FileDecisions files;

    DeskBooks(Books books, Changes changes, Decisions decisions, FileDecisions files) {
        this.books = books;
        this.audit = new AuditNotes(books, changes);
        this.decisions = decisions;
        this.files = files;
    }

    @Override
    public Decided decide(Decision decision, Collection<Long> ids, String who, String why) {
        Set<Long> asked = new TreeSet<>(ids);
        if (asked.size() > LARGEST_DECISION) {
            throw new IllegalArgumentException("a decision is about " + LARGEST_DECISION + " reminders at most");
        }
        return books.inTransaction(() -> decisions.decide(decision, asked, who, why));
    }

    @Override
    public FileDecided decideFile(Decision decision, long batchId, String who, String why) {
        try {
            return books.inTransaction(() -> files.decide(decision, batchId, who, why));
        } catch (UnexpectedRollbackException e) {
            // A collision with a file that is being loaded undoes this transaction, too, as it is the same.
            return FileDecided.none(FileDecided.Outcome.BUSY);
        }
    }

    @Override
    public Optional<Msisdn> reveal(long reminderId, String who) {
        String person = Actor.who(who);
        return books.inTransaction(() -> {
            Optional<Msisdn> phone = phone(reminderId);
            if (phone.isPresent()) {
                audit.reminders(PHONE_SHOWN, List.of(reminderId), person, null);
            }
            return phone;
        });
    }

    @Override
    public void takeRejected(long batchId, String who) {
        String person = Actor.who(who);
        books.transact(() -> audit.file(REJECTED_TAKEN, batchId, person, null));
    }

    private Optional<Msisdn> phone(long reminderId) {
        return books
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
