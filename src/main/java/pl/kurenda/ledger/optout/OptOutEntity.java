package pl.kurenda.ledger.optout;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.recipient.Msisdn;

/** A number that is opted out. {@link OptOutRepository} changes rows by statements. */
@Entity(name = "OptOut")
@Table(name = "opt_out")
class OptOutEntity {
    @Id
    private String msisdn;

    private String maskedPhone;
    private LocalDateTime since;
    private String who;
    private String why;
    private String vendor;

    /** For Hibernate. */
    protected OptOutEntity() {}

    OptOut optOut() {
        return new OptOut(new Msisdn(msisdn), Utc.instant(since), who, why);
    }

    /**
     * Returns the entry for a list with masked numbers.
     *
     * @param change id of the change that opted it out
     */
    OptOutEntry entry(long change) {
        return new OptOutEntry(change, maskedPhone, Utc.instant(since), who, why);
    }
}
