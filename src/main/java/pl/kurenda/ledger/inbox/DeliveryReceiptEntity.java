package pl.kurenda.ledger.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import pl.kurenda.ledger.core.Utc;

/** A receipt as it arrived. It is stored before it is acknowledged. */
@Entity(name = "InboxReceipt")
@Table(name = "receipt_inbox")
class DeliveryReceiptEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "receipt_inbox")
    @SequenceGenerator(name = "receipt_inbox", sequenceName = "receipt_inbox_seq", allocationSize = 1000)
    private Long id;

    private String smsc;

    @Column(name = "message_id")
    private String messageId;

    private String msisdn;
    private String stat;

    @Column(name = "error_code")
    private String errorCode;

    @Column(name = "user_message_reference")
    private Integer userMessageReference;

    private String state = "NEW";

    @Column(name = "received_at")
    private LocalDateTime receivedAt;

    @Column(name = "next_try_at")
    private LocalDateTime nextTryAt;

    private int tries;

    /** For Hibernate. */
    protected DeliveryReceiptEntity() {}

    DeliveryReceiptEntity(DeliveryReceipt note) {
        this.smsc = note.smsc();
        this.messageId = note.messageId();
        this.msisdn = note.msisdn();
        this.stat = note.stat();
        this.errorCode = note.errorCode();
        this.userMessageReference = note.userMessageReference();
        this.receivedAt = Utc.of(note.receivedAt());
        this.nextTryAt = this.receivedAt;
    }
}
