package pl.kurenda.ledger.vendor;

import jakarta.persistence.LockModeType;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code api_token}. Each request of a vendor reads a token, so one statement also reads the sources. */
interface ApiTokenRepository extends JpaRepository<ApiTokenEntity, Long> {

    @EntityGraph(attributePaths = "sources")
    Optional<ApiTokenEntity> findByHash(byte[] hash);

    @EntityGraph(attributePaths = "sources")
    List<ApiTokenEntity> findAllByOrderById();

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select t from ApiToken t where t.id = :id")
    Optional<ApiTokenEntity> lock(long id);

    @Modifying
    @Query("update ApiToken t set t.usedAt = :now where t.id = :id")
    int used(long id, LocalDateTime now);

    @Modifying
    @Query("update ApiToken t set t.revokedAt = :now where t.id = :id and t.revokedAt is null")
    int revoke(long id, LocalDateTime now);
}
