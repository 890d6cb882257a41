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
import pl.kurenda.ledger.core.UtcConverter;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisions;

/** A decision about a file. Only read here: {@link FileDecisions} inserts it. */
@Entity(name = "BatchDecision")
@Table(name = "batch_decision")
@Immutable
class BatchDecisionEntity {
    @Id
    private long id;

    @Column(name = "batch_id")
    private long batchId;

    @Convert(converter = UtcConverter.class)
    private Instant at;

    private String who;

    @Enumerated(EnumType.STRING)
    private Decision decision;

    private String why;
    private int reminders;

    /** For Hibernate. */
    protected BatchDecisionEntity() {}
}
