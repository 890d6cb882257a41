package pl.kurenda.ledger.report;

import java.time.LocalDateTime;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code report_upload}. Each claim is one guarded statement, so only one node gets it. */
@Transactional
interface ReportUploadRepository extends Repository<ReportUploadEntity, String> {

    @Modifying
    @Query(nativeQuery = true, value = """
            insert ignore into report_upload (file_name, claimant, claimed_until) values (:fileName, :claimant, :until)""")
    int claimFirst(String fileName, String claimant, LocalDateTime until);

    @Modifying
    @Query("""
            update ReportUpload u set u.claimant = :claimant, u.claimedUntil = :until
            where u.fileName = :fileName and (u.sha256 is null or u.sha256 <> :sha256)
              and (u.modified is null or u.modified <= :modified)
              and (u.claimant = :claimant or u.claimedUntil < :now)""")
    int claimAgain(
            String fileName,
            String sha256,
            LocalDateTime modified,
            String claimant,
            LocalDateTime until,
            LocalDateTime now);

    @Modifying
    @Query("""
            update ReportUpload u
            set u.sha256 = :sha256, u.modified = :modified, u.uploadedAt = :now, u.claimedUntil = :now
            where u.fileName = :fileName""")
    void uploaded(String fileName, String sha256, LocalDateTime modified, LocalDateTime now);
}
