package pl.kurenda.ledger.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import pl.kurenda.ledger.core.NodeIdentity;
import pl.kurenda.ledger.core.Utc;

/** A file that is being loaded or has been loaded. */
@Entity(name = "Batch")
@Table(name = "batch")
class BatchEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "batch")
    @SequenceGenerator(name = "batch", sequenceName = "batch_seq", allocationSize = 1)
    private Long id;

    private String source;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "filed_name")
    private String filedName;

    private String sha256;

    @Column(name = "size_bytes")
    private long size;

    @Column(name = "file_modified")
    private LocalDateTime fileModified;

    private String charset;

    @Column(name = "cell_delimiter")
    private char delimiter;

    private String state;

    @Column(name = "loading_source")
    private String loadingSource;

    private boolean demo;
    private boolean open;
    private String node;
    private long fence;

    @Column(name = "received_at")
    private LocalDateTime receivedAt;

    private BigDecimal cost = BigDecimal.ZERO;

    /** For Hibernate. */
    protected BatchEntity() {}

    BatchEntity(FileIdentity file, String filedName, String charset, char delimiter) {
        this.source = file.source();
        this.fileName = file.fileName();
        this.filedName = filedName;
        this.sha256 = file.sha256();
        this.size = file.size();
        this.fileModified = Utc.of(file.modified());
        this.charset = charset;
        this.delimiter = delimiter;
        this.state = "LOADING";
        this.loadingSource = file.source();
    }

    BatchEntity takenBy(NodeIdentity owner, boolean forDemo, LocalDateTime at) {
        this.node = owner.name();
        this.fence = owner.fence();
        this.demo = forDemo;
        this.receivedAt = at;
        return this;
    }

    Long id() {
        return id;
    }
}
