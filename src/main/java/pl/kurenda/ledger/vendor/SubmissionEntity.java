package pl.kurenda.ledger.vendor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import pl.kurenda.ledger.core.Utc;

/** A submission of a vendor. */
@Entity(name = "Submission")
@Table(name = "submission")
class SubmissionEntity {
    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(length = 26)
    private String id;

    private long tokenId;
    private String vendor;
    private String source;
    private String repeatKey;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "body_sha256", length = 64)
    private String bodySha256;

    private String fileName;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "file_sha256", length = 64)
    private String fileSha256;

    @Column(name = "row_count")
    private Integer rows;

    private LocalDateTime receivedAt;
    private LocalDateTime droppedAt;
    private String failure;
    private String failureDetail;

    /** For Hibernate. */
    protected SubmissionEntity() {}

    SubmissionEntity(Submission submission) {
        this.id = submission.id();
        this.tokenId = submission.tokenId();
        this.vendor = submission.vendor();
        this.source = submission.source();
        this.repeatKey = submission.repeatKey();
        this.bodySha256 = submission.bodySha256();
        this.fileName = submission.fileName();
        this.fileSha256 = submission.fileSha256();
        this.rows = submission.rows();
        this.receivedAt = Utc.of(submission.receivedAt());
    }

    Submission submission() {
        return new Submission(
                id,
                tokenId,
                vendor,
                source,
                repeatKey,
                bodySha256,
                fileName,
                fileSha256,
                rows,
                Utc.instant(receivedAt),
                droppedAt != null,
                failure == null ? null : new Submission.Failure(failure, failureDetail));
    }
}
