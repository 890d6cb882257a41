package pl.kurenda.ledger.read;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.UtcConverter;
import pl.kurenda.ledger.read.ReminderHistory.Change;

/** How a reminder ended, as the daily report lists it. Only read here: {@link StateHistory} writes outcomes in SQL. */
@Entity(name = "Outcome")
@Table(name = "outcome")
@Immutable
class OutcomeEntity {
    @Id
    private long id;

    @Column(name = "reminder_id")
    private long reminderId;

    @Column(name = "final_at")
    @Convert(converter = UtcConverter.class)
    private Instant finalAt;

    private String who;

    /** Null if the history also has the change. */
    @Column(name = "from_state")
    @Enumerated(EnumType.STRING)
    private ReminderState fromState;

    @Enumerated(EnumType.STRING)
    private ReminderState state;

    private String reason;

    /** For Hibernate. */
    protected OutcomeEntity() {}

    long id() {
        return id;
    }

    Change change() {
        return new Change(finalAt, who, fromState, state, reason);
    }
}
