package pl.kurenda.ledger.vendor;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Set;
import java.util.TreeSet;
import org.hibernate.annotations.DynamicUpdate;
import pl.kurenda.ledger.vendor.Webhooks.Webhook;

/** A webhook of a vendor. An update writes only the position, never a secret that was read before. */
@Entity(name = "Webhook")
@Table(name = "webhook")
@DynamicUpdate
class WebhookEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String vendor;
    private String url;
    private String secret;
    private String sources;
    private LocalDateTime createdAt;
    private String createdBy;
    private LocalDateTime endedAt;

    private long position;

    /** For Hibernate. */
    protected WebhookEntity() {}

    WebhookEntity(
            String vendor,
            String url,
            String secret,
            Set<String> sources,
            LocalDateTime createdAt,
            String createdBy,
            long position) {
        this.vendor = vendor;
        this.url = url;
        this.secret = secret;
        this.sources = String.join(",", new TreeSet<>(sources));
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.position = position;
    }

    Long id() {
        return id;
    }

    /** Returns the position up to which the feed has been put into deliveries. */
    long position() {
        return position;
    }

    void advance(long to) {
        position = to;
    }

    Webhook webhook() {
        return new Webhook(id, vendor, url, secret, Set.of(sources.split(",")));
    }
}
