package pl.kurenda.ledger.batch;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;

/** A row that could not be read or is not valid. */
@Entity(name = "RejectedRow")
@Table(name = "rejected_row")
@IdClass(RejectedRowEntity.Key.class)
class RejectedRowEntity {
    @Id
    @Column(name = "batch_id")
    private long batchId;

    @Id
    private int line;

    private String reason;

    @Column(name = "column_name")
    private String columnName;

    @Column(name = "value")
    private String value;

    private Long amount;
    private byte[] raw;

    /** For Hibernate. */
    protected RejectedRowEntity() {}

    RejectedRowEntity(long batchId, RejectedRow row) {
        this.batchId = batchId;
        this.line = row.line();
        this.reason = row.reason();
        this.columnName = row.column();
        this.value = row.value();
        this.amount = row.amount();
        this.raw = row.raw();
    }

    /**
     * Which row of which file.
     *
     * @param batchId the file
     * @param line the row
     */
    record Key(long batchId, int line) implements Serializable {}
}
