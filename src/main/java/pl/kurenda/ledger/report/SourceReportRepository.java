package pl.kurenda.ledger.report;

import java.time.LocalDateTime;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code source_report}. */
@Transactional
interface SourceReportRepository extends Repository<SourceReportEntity, SourceReportEntity.Key> {

    Optional<ReportDays.Handed> findFirstBySourceAndFileNameOrderByRevisionDesc(String source, String fileName);

    /** One statement, so that two nodes may record the same file. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert ignore into source_report (source, file_name, revision, sha256, handed_at)
            values (:source, :fileName, :revision, :sha256, :now)""")
    void book(String source, String fileName, int revision, String sha256, LocalDateTime now);
}
