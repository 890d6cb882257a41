package pl.kurenda.ledger.inbox;

import jakarta.persistence.LockModeType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code stop_request}. */
interface StopRepository extends JpaRepository<OptOutRequestEntity, Long> {

    List<OptOutRequestEntity> findBySettledAtIsNullOrderById(Limit limit);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from StopRequest r where r.id = :id and r.settledAt is null")
    Optional<OptOutRequestEntity> lockOpen(long id);

    @Modifying
    @Query("update StopRequest r set r.settledAt = :now where r.id = :id and r.settledAt is null")
    int settle(long id, LocalDateTime now);
}
