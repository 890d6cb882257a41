package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReminderStory.Change;
import pl.kurenda.ledger.ReminderStory.Part;

/** Puts together what the tables know of one reminder. */
@Component
class ReminderStories {
    // The ids of both tables come from one sequence, so that they tell which change came first.
    private static final String CHANGES = """
            select id, at, who, from_state, to_state, reason, began_at from history where reminder_id = :id
            union all
            select id, final_at, who, from_state, state, reason, null from outcome
            where reminder_id = :id and from_state is not null
            order by id""";

    private final Books books;

    ReminderStories(Books books) {
        this.books = books;
    }

    ReminderStory of(FoundReminder reminder) {
        Map<String, Long> id = Map.of("id", reminder.id());
        return books.sql()
                .queryForObject(
                        "select name, account, sender, text, segments, cost from reminder where id = :id",
                        id,
                        (row, n) -> new ReminderStory(
                                reminder,
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getInt(5),
                                row.getBigDecimal(6),
                                parts(id),
                                changes(id)));
    }

    private List<Part> parts(Map<String, Long> id) {
        return books.sql()
                .query(
                        """
                        select number, state, smsc, message_id, error, answered_at, final_at
                        from segment where reminder_id = :id order by number""",
                        id,
                        (row, n) -> new Part(
                                row.getInt(1),
                                ReminderState.valueOf(row.getString(2)),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5),
                                Utc.instant(row.getObject(6, LocalDateTime.class)),
                                Utc.instant(row.getObject(7, LocalDateTime.class))));
    }

    private List<Change> changes(Map<String, Long> id) {
        List<Change> changes = new ArrayList<>();
        books.sql().query(CHANGES, id, row -> {
            addTo(changes, row);
        });
        return changes;
    }

    /** That it went from QUEUED to SUBMITTING stands in the row that ends SUBMITTING. */
    private static void addTo(List<Change> changes, ResultSet row) throws SQLException {
        LocalDateTime began = row.getObject(7, LocalDateTime.class);
        if (began != null) {
            changes.add(new Change(
                    Utc.instant(began), row.getString(3), ReminderState.QUEUED, ReminderState.SUBMITTING, null));
        }
        changes.add(new Change(
                Utc.instant(row.getObject(2, LocalDateTime.class)),
                row.getString(3),
                ReminderState.valueOf(row.getString(4)),
                ReminderState.valueOf(row.getString(5)),
                row.getString(6)));
    }
}
