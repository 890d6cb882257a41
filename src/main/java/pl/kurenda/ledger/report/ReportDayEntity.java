package pl.kurenda.ledger.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A day whose report has been made. */
@Entity(name = "ReportDay")
@Table(name = "report_day")
class ReportDayEntity {
    @Id
    private LocalDate day;

    @Column(name = "made_at")
    private LocalDateTime madeAt;

    private String node;

    /** For Hibernate. */
    protected ReportDayEntity() {}
}
