package pl.kurenda.ledger.read;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.UtcConverter;

/** A segment that was submitted. Only read here: dispatch and matching write segments in SQL, many at a time. */
@Entity(name = "Segment")
@Table(name = "segment")
@Immutable
@IdClass(SegmentEntity.Key.class)
class SegmentEntity {
    @Id
    @Column(name = "reminder_id")
    private long reminderId;

    @Id
    private int number;

    @Enumerated(EnumType.STRING)
    private ReminderState state;

    private String smsc;

    @Column(name = "message_id")
    private String messageId;

    private String error;

    @Column(name = "answered_at")
    @Convert(converter = UtcConverter.class)
    private Instant answeredAt;

    @Column(name = "final_at")
    @Convert(converter = UtcConverter.class)
    private Instant finalAt;

    /** For Hibernate. */
    protected SegmentEntity() {}

    /**
     * A segment of a reminder.
     *
     * @param reminderId the reminder
     * @param number from 1
     */
    record Key(long reminderId, int number) implements Serializable {}
}
