package pl.kurenda.ledger.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** A report that finance has received or is about to receive. */
@Entity(name = "ReportUpload")
@Table(name = "report_upload")
class ReportUploadEntity {
    @Id
    @Column(name = "file_name")
    private String fileName;

    private String sha256;
    private LocalDateTime modified;
    private String claimant;

    @Column(name = "claimed_until")
    private LocalDateTime claimedUntil;

    @Column(name = "uploaded_at")
    private LocalDateTime uploadedAt;

    /** For Hibernate. */
    protected ReportUploadEntity() {}
}
