package pl.kurenda.ledger.vendor;

import jakarta.persistence.LockModeType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import pl.kurenda.ledger.vendor.WebhookDeliveryEntity.State;

/** The table {@code webhook_delivery}. */
interface WebhookDeliveryRepository extends JpaRepository<WebhookDeliveryEntity, Long> {

    long countByWebhookIdAndState(long webhookId, State state);

    /** Locks the oldest pending delivery of a webhook, if it is due and no node is working on it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select d from WebhookDelivery d
            where d.id = (select min(o.id) from WebhookDelivery o where o.webhook.id = :webhookId and o.state = PENDING)
              and d.nextAt <= :now and (d.claimedUntil is null or d.claimedUntil <= :now)""")
    Optional<WebhookDeliveryEntity> lockDue(long webhookId, LocalDateTime now);

    @Query("select d from WebhookDelivery d join fetch d.webhook where d.state = DEAD order by d.id")
    List<WebhookDeliveryEntity> dead();

    @Modifying
    @Query("""
            update WebhookDelivery d set d.state = DEAD, d.endedAt = :now
            where d.webhook.id = :webhookId and d.state = PENDING""")
    int giveUp(long webhookId, LocalDateTime now);

    /** Stores the result of an attempt, unless the delivery has ended in the meantime. */
    @Modifying
    @Query("""
            update WebhookDelivery d set d.state = :state, d.answer = :answer, d.nextAt = :next, d.claimedUntil = null,
              d.attempts = d.attempts + 1, d.endedAt = :ended
            where d.id = :id and d.state = PENDING""")
    int tried(long id, State state, String answer, LocalDateTime next, LocalDateTime ended);

    @Modifying
    @Query("""
            update WebhookDelivery d set d.state = PENDING, d.nextAt = :now, d.attempts = 0, d.endedAt = null
            where d.webhook.id = :webhookId and d.state = DEAD
              and exists (select 1 from Webhook w where w.id = d.webhook.id and w.endedAt is null)""")
    int redrive(long webhookId, LocalDateTime now);
}
