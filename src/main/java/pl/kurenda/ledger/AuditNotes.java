package pl.kurenda.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** Writes into {@code audit_log}, in the transaction of the caller, what a person did about a reminder or a file. */
final class AuditNotes {
    private final Books books;
    private final Changes changes;

    AuditNotes(Books books, Changes changes) {
        this.books = books;
        this.changes = changes;
    }

    /** A row for each reminder. */
    void reminders(String action, Collection<Long> ids, String who, String why) {
        Map<String, Object> common = common(action, who, why);
        books.batch(
                """
                insert into audit_log (at, who, action, reminder_id, why) values (:at, :who, :action, :reminder, :why)""",
                ids.stream()
                        .map(id -> new MapSqlParameterSource(common).addValue("reminder", id))
                        .toList());
    }

    /** A row for the file. */
    void file(String action, long batchId, String who, String why) {
        Map<String, Object> values = common(action, who, why);
        values.put("batch", batchId);
        books.update(
                "insert into audit_log (at, who, action, batch_id, why) values (:at, :who, :action, :batch, :why)",
                values);
    }

    private Map<String, Object> common(String action, String who, String why) {
        Map<String, Object> values = new HashMap<>();
        values.put("at", changes.now());
        values.put("who", who);
        values.put("action", action);
        values.put("why", why);
        return values;
    }
}
