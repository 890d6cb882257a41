package pl.kurenda.ledger.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.springframework.data.domain.Persistable;

/**
 * A link of the chain over the daily reports. It always counts as new, so that saving one never replaces another with
 * the same number.
 */
@Entity(name = "ReportLink")
@Table(name = "report_chain")
class ReportLinkEntity implements Persistable<Integer> {
    @Id
    private int number;

    private LocalDate day;
    private int revision;
    private String sha256;
    private String text;

    @Column(name = "made_at")
    private LocalDateTime madeAt;

    /** For Hibernate. */
    protected ReportLinkEntity() {}

    ReportLinkEntity(ReportChain.Link link, LocalDateTime madeAt) {
        this.number = link.number();
        this.day = link.day();
        this.revision = link.revision();
        this.sha256 = link.sha256();
        this.text = link.text();
        this.madeAt = madeAt;
    }

    @Override
    public Integer getId() {
        return number;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
