package pl.kurenda.ops.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.privacy.Retention;
import pl.kurenda.report.core.ReportLock;

/** Erases personal data that are no longer needed. */
@Component
@EnableConfigurationProperties(RetentionSettings.class)
public class RetentionJob {
    private static final Logger LOG = LoggerFactory.getLogger(RetentionJob.class);

    private final Retention retention;
    private final FileErasure files;
    private final ReportLock lock;
    private final Clock clock;
    private final RetentionSettings settings;
    private final boolean keepAccounts;

    RetentionJob(
            Retention retention,
            FileErasure files,
            ArchiveFolders folders,
            ReportLock lock,
            Clock clock,
            RetentionSettings settings,
            @Value("${kurenda.report.upomnienie.days:0}") int upomnienieDays) {
        settings.checkAgainst(upomnienieDays);
        this.retention = retention;
        this.files = files;
        this.lock = lock;
        this.clock = clock;
        this.settings = settings;
        this.keepAccounts = upomnienieDays > 0;
        List<String> elsewhere = folders.elsewhere();
        if (!elsewhere.isEmpty()) {
            LOG.info(
                    "Files of {} lie on other machines: what is in their done, failed and out is erased there, by their"
                            + " owners.",
                    String.join(", ", elsewhere));
        }
    }

    /**
     * Erases what has not changed for {@code kurenda.retention.days}: in the database on one node at a time, and in the
     * folders on each node, because each may have its own.
     *
     * @throws UncheckedIOException if a folder cannot be read; the next call continues
     */
    public void run() {
        Instant before = clock.instant().minus(Duration.ofDays(settings.days()));
        Retention.Erasure erased = lock.run("retention", () -> retention.erase(before, keepAccounts))
                .orElse(Retention.Erasure.NOTHING);
        try {
            tell(erased, files.erase(before));
        } catch (IOException e) {
            throw new UncheckedIOException("A folder of the dropbox cannot be read", e);
        }
    }

    private void tell(Retention.Erasure erased, int files) {
        if (erased.files() + files > 0) {
            LOG.info(
                    "Erased after {} days: {} rows of {} files, and {} files in the folders",
                    settings.days(),
                    erased.rows(),
                    erased.files(),
                    files);
        }
        if (erased.phones() > 0) {
            LOG.warn(
                    "{} imported phones were older than {} days and have been erased; import them again if they are still"
                            + " needed.",
                    erased.phones(),
                    settings.days());
        }
        if (erased.undecided() > 0) {
            LOG.warn(
                    "Reminders of {} files older than {} days keep their phones and texts, because they are HELD or UNKNOWN;"
                            + " decide about them with the commands held and unknown.",
                    erased.undecided(),
                    settings.days());
        }
    }
}
