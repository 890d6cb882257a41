package pl.kurenda.ledger.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.Utc;

/** A valid row to be sent to a resident. It is only inserted here: every later change is a guarded UPDATE. */
@Entity(name = "Reminder")
@Table(name = "reminder")
class ReminderEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "reminder")
    @SequenceGenerator(name = "reminder", sequenceName = "reminder_seq", allocationSize = 1000)
    private Long id;

    @Column(name = "batch_id")
    private long batchId;

    private int line;
    private String source;

    @Enumerated(EnumType.STRING)
    private ReminderState state;

    private String reason;

    @Column(name = "state_at")
    private LocalDateTime stateAt;

    @Column(name = "debt_key")
    private byte[] debtKey;

    private String stage;
    private String msisdn;

    @Column(name = "masked_phone")
    private String maskedPhone;

    private String name;
    private long amount;
    private LocalDate due;
    private String account;
    private String reference;
    private String sender;
    private String text;
    private String alphabet;
    private int segments;
    private BigDecimal cost;

    @Column(name = "not_before")
    private LocalDateTime notBefore;

    @Column(name = "not_after")
    private LocalDateTime notAfter;

    private int attempts;

    /** For Hibernate. */
    protected ReminderEntity() {}

    ReminderEntity(long batchId, String source, NewReminder row, LocalDateTime now) {
        this.batchId = batchId;
        this.source = source;
        this.line = row.line();
        this.debtKey = row.debt().key();
        this.stage = row.debt().stage();
        this.msisdn = row.phone().digits();
        this.maskedPhone = row.phone().masked();
        this.name = row.name();
        this.amount = row.amount().grosze();
        this.due = row.due();
        this.account = row.account();
        this.reference = row.reference();
        this.sender = row.sender();
        this.text = row.text();
        this.alphabet = row.alphabet();
        this.segments = row.segments();
        this.cost = row.cost();
        this.notBefore = now;
        this.stateAt = now;
        this.notAfter = Utc.of(row.notAfter());
        this.state = ReminderState.QUEUED;
    }

    void begin(ReminderState first, String why) {
        this.state = first;
        this.reason = why;
    }

    Long id() {
        return id;
    }

    ReminderState state() {
        return state;
    }

    String reason() {
        return reason;
    }

    long grosze() {
        return amount;
    }
}
