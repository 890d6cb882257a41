package pl.kurenda.ledger.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.recipient.Msisdn;

/** A STOP from a resident as it arrived. It is stored before it is acknowledged. */
@Entity(name = "StopRequest")
@Table(name = "stop_request")
class OptOutRequestEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String smsc;
    private String msisdn;
    private String addressed;

    @Column(name = "received_at")
    private LocalDateTime receivedAt;

    @Column(name = "settled_at")
    private LocalDateTime settledAt;

    /** For Hibernate. */
    protected OptOutRequestEntity() {}

    OptOutRequestEntity(OptOutRequest request) {
        this.smsc = request.smsc();
        this.msisdn = request.phone().digits();
        this.addressed = request.addressed();
        this.receivedAt = Utc.of(request.receivedAt());
    }

    Long id() {
        return id;
    }

    OptOutRequest request() {
        return new OptOutRequest(smsc, new Msisdn(msisdn), addressed, Utc.instant(receivedAt));
    }
}
