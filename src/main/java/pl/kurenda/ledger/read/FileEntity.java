package pl.kurenda.ledger.read;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import pl.kurenda.ledger.core.UtcConverter;

/** The columns of {@code batch} that the pages show. Read-only; {@code BatchEntity} inserts the rows. */
@Entity(name = "File")
@Table(name = "batch")
@Immutable
class FileEntity {
    @Id
    private long id;

    private String source;

    @Column(name = "filed_name")
    private String filedName;

    @Column(name = "received_at")
    @Convert(converter = UtcConverter.class)
    private Instant receivedAt;

    private String state;
    private boolean demo;

    @Column(name = "row_count")
    private int rowCount;

    private int rejected;
    private int held;
    private int queued;

    @Column(name = "amount_total")
    private long grosze;

    @Column(name = "full_export")
    private boolean fullExport;

    /** For Hibernate. */
    protected FileEntity() {}

    boolean fullExport() {
        return fullExport;
    }

    FileEntry entry() {
        return new FileEntry(id, source, filedName, receivedAt, state, demo, rowCount, rejected, held, queued, grosze);
    }
}
