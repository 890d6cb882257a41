package pl.kurenda.ledger;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@link ReportUploadBooks} in table {@code report_upload}. */
@Component
class JdbcReportUploadBooks implements ReportUploadBooks {
    private static final Duration CLAIM = Duration.ofMinutes(5);
    private static final String FIRST = """
            insert ignore into report_upload (file_name, claimant, claimed_until)
            values (:name, :claimant, :until)""";
    private static final String AGAIN = """
            update report_upload set claimant = :claimant, claimed_until = :until
            where file_name = :name and (sha256 is null or sha256 <> :sha256)
              and (modified is null or modified <= :modified)
              and (claimant = :claimant or claimed_until < :now)""";
    private static final String UPLOADED = """
            update report_upload set sha256 = :sha256, modified = :modified, uploaded_at = :now, claimed_until = :now
            where file_name = :name""";

    private final JdbcClient jdbc;
    private final Clock clock;
    /** This life of the daemon: one that died leaves its claims to run out. */
    private final String claimant = UUID.randomUUID().toString();

    JdbcReportUploadBooks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public boolean claim(String fileName, String sha256, Instant modified) {
        LocalDateTime now = Utc.of(clock.instant());
        LocalDateTime until = now.plus(CLAIM);
        boolean first = jdbc.sql(FIRST)
                        .param("name", fileName)
                        .param("claimant", claimant)
                        .param("until", until)
                        .update()
                > 0;
        return first
                || jdbc.sql(AGAIN)
                                .param("name", fileName)
                                .param("claimant", claimant)
                                .param("until", until)
                                .param("sha256", sha256)
                                .param("modified", Utc.of(modified))
                                .param("now", now)
                                .update()
                        > 0;
    }

    @Override
    public void uploaded(String fileName, String sha256, Instant modified) {
        jdbc.sql(UPLOADED)
                .param("name", fileName)
                .param("sha256", sha256)
                .param("modified", Utc.of(modified))
                .param("now", Utc.of(clock.instant()))
                .update();
    }
}
