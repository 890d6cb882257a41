package pl.kurenda.ledger.core;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** An entry of the audit log: who did what, when, to what and why. */
@Entity(name = "Audit")
@Table(name = "audit_log")
class AuditEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private LocalDateTime at;
    private String who;
    private String action;
    private String object;

    @Column(name = "reminder_id")
    private Long reminderId;

    @Column(name = "batch_id")
    private Long batchId;

    private String why;

    /** For Hibernate. */
    protected AuditEntity() {}

    AuditEntity(LocalDateTime at, String who, String action, String why) {
        this.at = at;
        this.who = who;
        this.action = action;
        this.why = why;
    }

    /** Sets the name of the thing that the action was about. */
    AuditEntity about(String thing) {
        this.object = thing;
        return this;
    }

    /** Sets the file that the action was about. */
    AuditEntity aboutFile(long batch) {
        this.batchId = batch;
        return this;
    }
}
