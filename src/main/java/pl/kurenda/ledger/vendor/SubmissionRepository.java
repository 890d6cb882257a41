package pl.kurenda.ledger.vendor;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/** The table {@code submission}. */
interface SubmissionRepository extends JpaRepository<SubmissionEntity, String> {

    Optional<SubmissionEntity> findByVendorAndSourceAndRepeatKey(String vendor, String source, String repeatKey);

    List<SubmissionEntity> findTop100ByDroppedAtIsNullAndReceivedAtBeforeOrderByReceivedAt(LocalDateTime before);

    @Modifying
    @Query("update Submission s set s.droppedAt = :now where s.id = :id and s.droppedAt is null")
    int dropped(String id, LocalDateTime now);

    @Modifying
    @Query("""
            update Submission s set s.failure = :code, s.failureDetail = :detail
            where s.id = :id and s.source = :source and s.fileName = :fileName""")
    int failed(String id, String source, String fileName, String code, String detail);
}
