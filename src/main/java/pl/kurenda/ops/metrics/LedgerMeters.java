package pl.kurenda.ops.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import pl.kurenda.report.page.LedgerFigures.Count;
import pl.kurenda.report.page.LedgerFigures.Snapshot;

/**
 * Ledger metrics for Prometheus. All nodes report the same values from one database: take the maximum over the nodes,
 * not the sum.
 */
public final class LedgerMeters implements MultiCollector, AutoCloseable {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final String REJECTED_ROW = "REJECTED_ROW";

    /** Reads in its own thread, so that an unreachable database does not block the request. */
    private final ExecutorService reader = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "metrics");
        thread.setDaemon(true);
        return thread;
    });

    private final TimedCache<Snapshot> ledger;
    private final Function<String, Optional<Instant>> openSince;
    private final Clock clock;

    /**
     * @param read reads the ledger
     * @param openSince time since which reminders of a source may be sent; empty while they may not
     * @param clock in the office's time zone
     */
    public LedgerMeters(Supplier<Snapshot> read, Function<String, Optional<Instant>> openSince, Clock clock) {
        this.ledger = new TimedCache<>(read, FRESH, reader, System::nanoTime);
        this.openSince = openSince;
        this.clock = clock;
    }

    @Override
    public MetricSnapshots collect() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        Optional<Snapshot> snapshot = ledger.get();
        all.metricSnapshot(new MetricFamily("kurenda_database_up", "1 if the ledger could be read in the last minute")
                .add(snapshot.isPresent() ? 1 : 0)
                .gauge());
        snapshot.ifPresent(figures -> {
            rows(figures, all);
            queue(figures, all);
            receipts(figures, all);
            waits(figures, all);
            reports(figures, all);
        });
        return all.build();
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }

    private static void rows(Snapshot figures, MetricSnapshots.Builder all) {
        MetricFamily read = new MetricFamily("kurenda_rows_read", "Rows read from files");
        MetricFamily reminders =
                new MetricFamily("kurenda_reminders", "Reminders by state; CLAIMED and SUBMITTING count as QUEUED");
        for (Count count : figures.rows()) {
            read.add(count.number(), "source", count.source());
            if (!count.what().equals(REJECTED_ROW)) {
                reminders.add(count.number(), "source", count.source(), "state", count.what());
            }
        }
        MetricFamily rejected = new MetricFamily("kurenda_rows_rejected", "Rejected rows of loaded files, by reason");
        figures.rejected().forEach(c -> rejected.add(c.number(), "source", c.source(), "reason", c.what()));
        MetricFamily files = new MetricFamily("kurenda_files", "Files by state; HELD waits for a person");
        figures.files().forEach(c -> files.add(c.number(), "source", c.source(), "state", c.what()));
        all.metricSnapshot(read.counter())
                .metricSnapshot(reminders.gauge())
                .metricSnapshot(rejected.counter())
                .metricSnapshot(files.gauge());
    }

    private void queue(Snapshot figures, MetricSnapshots.Builder all) {
        MetricFamily age = new MetricFamily(
                "kurenda_queue_oldest_age_seconds",
                "How long the oldest reminder waits that may be sent now; 0 while the send window is closed");
        figures.rows().stream()
                .map(Count::source)
                .distinct()
                .forEach(source -> age.add(waiting(source, figures), "source", source));
        all.metricSnapshot(age.gauge());
    }

    private double waiting(String source, Snapshot figures) {
        return openSince
                .apply(source)
                .flatMap(open -> Optional.ofNullable(figures.oldestDue().get(source))
                        .map(due -> age(due.isAfter(open) ? due : open)))
                .orElse(0.0);
    }

    private double age(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0);
    }

    private void receipts(Snapshot figures, MetricSnapshots.Builder all) {
        all.metricSnapshot(new MetricFamily(
                                "kurenda_receipts_waiting", "Receipts in the inbox without a segment, up to 1,000,000")
                        .add(figures.receipts())
                        .gauge())
                .metricSnapshot(new MetricFamily(
                                "kurenda_receipts_oldest_age_seconds",
                                "How long the oldest receipt waits that nobody has looked at yet")
                        .add(figures.oldestReceipt().map(this::age).orElse(0.0))
                        .gauge());
    }

    private static void waits(Snapshot figures, MetricSnapshots.Builder all) {
        MetricFamily files = new MetricFamily(
                "kurenda_retention_waiting_files",
                "Files old enough to be erased whose HELD or UNKNOWN reminders keep their phones and texts");
        figures.rows().forEach(c -> files.add(0, "source", c.source()));
        figures.waits().notErased().forEach(c -> files.add(c.number(), "source", c.source()));
        all.metricSnapshot(files.gauge())
                .metricSnapshot(new MetricFamily(
                                "kurenda_webhook_deliveries_dead",
                                "What webhooks of vendors did not take and is not tried again by itself")
                        .add(figures.waits().notPosted())
                        .gauge());
    }

    private void reports(Snapshot figures, MetricSnapshots.Builder all) {
        MetricFamily until = new MetricFamily(
                "kurenda_report_covered_until_timestamp_seconds",
                "End of the last day of the office that has a report; without any, the beginning of the day of the first file");
        figures.lastReport()
                .map(day -> day.plusDays(1))
                .or(() -> figures.firstFile().map(at -> LocalDate.ofInstant(at, clock.getZone())))
                .ifPresent(day -> until.add(day.atStartOfDay(clock.getZone()).toEpochSecond()));
        all.metricSnapshot(until.gauge());
    }
}
