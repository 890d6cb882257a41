package pl.kurenda.ledger.vendor;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import pl.kurenda.ledger.vendor.Webhooks.Delivery;

/** A part of the feed that is delivered to a webhook. */
@Entity(name = "WebhookDelivery")
@Table(name = "webhook_delivery")
class WebhookDeliveryEntity {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    private WebhookEntity webhook;

    private long afterPosition;
    private long toPosition;

    @Enumerated(EnumType.STRING)
    private State state = State.PENDING;

    private int attempts;
    private LocalDateTime nextAt;
    private LocalDateTime claimedUntil;
    private String answer;
    private LocalDateTime createdAt;
    private LocalDateTime endedAt;

    /** For Hibernate. */
    protected WebhookDeliveryEntity() {}

    WebhookDeliveryEntity(WebhookEntity webhook, long after, long to, LocalDateTime now) {
        this.webhook = webhook;
        this.afterPosition = after;
        this.toPosition = to;
        this.nextAt = now;
        this.createdAt = now;
    }

    /** Reserves the delivery for this node until the given time. */
    void claim(LocalDateTime until) {
        claimedUntil = until;
    }

    Delivery delivery() {
        return new Delivery(id, webhook.webhook(), afterPosition, toPosition, attempts, answer);
    }

    /** The progress of a delivery. */
    enum State {
        /** To be posted, for the first time or again. */
        PENDING,
        /** The receiver has confirmed it. */
        DELIVERED,
        /** Given up until a person requests another try. */
        DEAD
    }
}
