package pl.kurenda.ledger.read;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.Immutable;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.UtcConverter;
import pl.kurenda.ledger.read.ReminderHistory.Change;

/** A change of the state of a reminder. Only read here: {@link StateHistory} writes the history in SQL. */
@Entity(name = "History")
@Table(name = "history")
@Immutable
class HistoryEntity {
    @Id
    private long id;

    @Column(name = "reminder_id")
    private long reminderId;

    @Convert(converter = UtcConverter.class)
    private Instant at;

    private String who;

    @Column(name = "from_state")
    @Enumerated(EnumType.STRING)
    private ReminderState fromState;

    @Column(name = "to_state")
    @Enumerated(EnumType.STRING)
    private ReminderState toState;

    private String reason;

    @Column(name = "began_at")
    @Convert(converter = UtcConverter.class)
    private Instant beganAt;

    /** For Hibernate. */
    protected HistoryEntity() {}

    long id() {
        return id;
    }

    /** Returns one or two changes. The row that ends SUBMITTING also says when SUBMITTING began. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        if (beganAt != null) {
            changes.add(new Change(beganAt, who, ReminderState.QUEUED, ReminderState.SUBMITTING, null));
        }
        changes.add(new Change(at, who, fromState, toState, reason));
        return changes;
    }
}
