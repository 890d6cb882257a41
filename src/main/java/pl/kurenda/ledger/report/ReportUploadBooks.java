package pl.kurenda.ledger.report;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.Utc;

/** Records which reports have been uploaded to finance, for all nodes. */
@Component
public class ReportUploadBooks {
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final ReportUploadRepository uploads;
    private final Clock clock;
    /** Identifies this run of the daemon. Claims of a daemon that died expire. */
    private final String claimant = UUID.randomUUID().toString();

    ReportUploadBooks(ReportUploadRepository uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * Claims the upload of a report for this daemon, for five minutes.
     *
     * @param fileName of the report
     * @param sha256 of its bytes, 64 lower-case hex digits
     * @param modified time stamp of the file
     * @return false if finance has this content or a newer one, or if another daemon has claimed it
     */
    public boolean claim(String fileName, String sha256, Instant modified) {
        LocalDateTime now = Utc.of(clock.instant());
        LocalDateTime until = now.plus(CLAIM);
        return uploads.claimFirst(fileName, claimant, until) > 0
                || uploads.claimAgain(fileName, sha256, Utc.of(modified), claimant, until, now) > 0;
    }

    /** Records that finance has this content. */
    public void uploaded(String fileName, String sha256, Instant modified) {
        uploads.uploaded(fileName, sha256, Utc.of(modified), Utc.of(clock.instant()));
    }
}
