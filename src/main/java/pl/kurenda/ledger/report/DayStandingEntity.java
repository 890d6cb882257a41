package pl.kurenda.ledger.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDate;

/** How many reminders of a source were in a state at the end of a day. */
@Entity(name = "DayStanding")
@Table(name = "day_standing")
@IdClass(DayStandingEntity.Key.class)
class DayStandingEntity {
    @Id
    private LocalDate day;

    @Id
    private String source;

    @Id
    private String state;

    private long reminders;

    @Column(name = "amount")
    private long grosze;

    /** For Hibernate. */
    protected DayStandingEntity() {}

    /**
     * A state at the end of a day.
     *
     * @param day of the office
     * @param source of the reminders
     * @param state of the reminders
     */
    record Key(LocalDate day, String source, String state) implements Serializable {}
}
