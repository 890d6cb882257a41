package pl.kurenda.ledger.optout;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;
import pl.kurenda.recipient.Msisdn;

/** A change of an opt-out: number, direction, person, time and reason. */
@Entity(name = "OptOutChange")
@Table(name = "opt_out_change")
@Immutable
class OptOutChangeEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String msisdn;
    private String maskedPhone;
    private LocalDateTime at;
    private boolean optedOut;
    private String who;
    private String why;

    /** For Hibernate. */
    protected OptOutChangeEntity() {}

    OptOutChangeEntity(Msisdn phone, LocalDateTime at, boolean optedOut, String who, String why) {
        this.msisdn = phone.digits();
        this.maskedPhone = phone.masked();
        this.at = at;
        this.optedOut = optedOut;
        this.who = who;
        this.why = why;
    }
}
