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

    private final Books books;
    private final Changes changes;
    private final Decisions decisions;
    private final FileDecisions files;

    DeskBooks(Books books, Changes changes, Decisions decisions, FileDecisions files) {
        this.books = books;
        this.changes = changes;
        this.decisions = decisions;
        this.files = files;
    }

    @Override
    public Decided decide(Decision decision, Collection<Long> ids, String who, String why) {
        Set<Long> asked = new TreeSet<>(ids);
        if (asked.size() > LARGEST_DECISION) {
            throw new IllegalArgumentException("a decision is about " + LARGEST_DECISION + " reminders at most");
        }
        return books.inTransaction(() -> {
            Decided decided = decisions.decide(decision, asked, who, why);
            note(decision.name(), decided.done(), null, who, why);
            return decided;
        });
    }

    @Override
    public FileDecided decideFile(Decision decision, long batchId, String who, String why) {
        try {
            return books.inTransaction(() -> {
                FileDecided decided = files.decide(decision, batchId, who, why);
                if (decided.outcome() == FileDecided.Outcome.DONE) {
                    note(decision.name(), List.of(), batchId, who, why);
                }
                return decided;
            });
        } catch (UnexpectedRollbackException e) {
            // A collision with a file that is being loaded undoes this transaction, too, as it is the same.
            return FileDecided.none(FileDecided.Outcome.BUSY);
        }
    }

    @Override
    public Optional<Msisdn> reveal(long reminderId, String who) {
        String person = DecisionBooks.text(who, Decisions.LONGEST_WHO);
        return books.inTransaction(() -> {
            Optional<Msisdn> phone = phone(reminderId);
            if (phone.isPresent()) {
                note(PHONE_SHOWN, List.of(reminderId), null, person, null);
            }
            return phone;
        });
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

    /** A row for each reminder, or one for the file. */
    private void note(String action, Collection<Long> reminders, Long batchId, String who, String why) {
        MapSqlParameterSource common = new MapSqlParameterSource("at", changes.now())
                .addValue("who", who.strip())
                .addValue("action", action)
                .addValue("batch", batchId)
                .addValue("why", why == null ? null : why.strip());
        Collection<Long> rows = batchId == null ? reminders : java.util.Collections.singleton(null);
        books.batch(
                """
                insert into audit_log (at, who, action, reminder_id, batch_id, why)
                values (:at, :who, :action, :reminder, :batch, :why)""",
                rows.stream()
                        .map(id -> new MapSqlParameterSource(common.getValues()).addValue("reminder", id))
                        .toList());
    }
}
