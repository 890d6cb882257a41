package pl.kurenda.ledger.vendor;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code webhook}. The lock is SQL, because JPA does not support SKIP LOCKED. */
interface WebhookRepository extends JpaRepository<WebhookEntity, Long> {

    List<WebhookEntity> findByEndedAtIsNullOrderById();

    /** Locks a webhook that has not been ended; empty if another node has locked it. */
    @Query(
            nativeQuery = true,
            value = "select * from webhook where id = :id and ended_at is null for update skip locked")
    Optional<WebhookEntity> lockUnlessLocked(long id);

    @Modifying
    @Query("update Webhook w set w.endedAt = :now where w.id = :id and w.endedAt is null")
    int end(long id, LocalDateTime now);

    @Modifying
    @Query("update Webhook w set w.secret = :secret where w.id = :id and w.endedAt is null")
    int rotate(long id, String secret);
}
