package pl.kurenda.ledger.report;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.LocalDateTime;

/** A daily file that a domain system has received. */
@Entity(name = "SourceReport")
@Table(name = "source_report")
@IdClass(SourceReportEntity.Key.class)
class SourceReportEntity {
    @Id
    private String source;

    @Id
    @Column(name = "file_name")
    private String fileName;

    @Id
    private int revision;

    private String sha256;

    @Column(name = "handed_at")
    private LocalDateTime handedAt;

    /** For Hibernate. */
    protected SourceReportEntity() {}

    /**
     * A revision of a file.
     *
     * @param source name of the domain system
     * @param fileName without the revision
     * @param revision from 1
     */
    record Key(String source, String fileName, int revision) implements Serializable {}
}
