package pl.kurenda.ops.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import pl.kurenda.MovableClock;
import pl.kurenda.report.page.LedgerFigures.Count;
import pl.kurenda.report.page.LedgerFigures.Snapshot;
import pl.kurenda.report.page.LedgerFigures.Waits;

class LedgerMetersTest {
    private static final Instant SEVEN = Instant.parse("2026-11-24T07:00:00Z");
    private static final Snapshot FIGURES = new Snapshot(
            List.of(
                    new Count("waste", "QUEUED", 5),
                    new Count("waste", "REJECTED_ROW", 2),
                    new Count("tax", "UNKNOWN", 1)),
            List.of(new Count("waste", "PHONE_INVALID", 2)),
            List.of(new Count("tax", "HELD", 1)),
            Map.of("waste", SEVEN, "tax", SEVEN.plusSeconds(60)),
            3,
            Optional.of(SEVEN.plusSeconds(290)),
            new Waits(List.of(new Count("tax", "WAITS", 1)), 7),
            Optional.of(LocalDate.of(2026, 11, 23)),
            Optional.of(SEVEN.minus(Duration.ofDays(9))));

    private final MovableClock clock = new MovableClock("2026-11-24T07:05:00Z");
    private Map<String, Instant> open = Map.of("waste", Instant.EPOCH);

    @Test
    void rowsAndRemindersBySource() throws IOException {
        assertThat(scrape(() -> FIGURES))
                .contains(
                        "kurenda_database_up 1.0",
                        "kurenda_rows_read_total{source=\"waste\"} 7.0",
                        "kurenda_rows_rejected_total{reason=\"PHONE_INVALID\",source=\"waste\"} 2.0",
                        "kurenda_reminders{source=\"waste\",state=\"QUEUED\"} 5.0",
                        "kurenda_reminders{source=\"tax\",state=\"UNKNOWN\"} 1.0",
                        "kurenda_files{source=\"tax\",state=\"HELD\"} 1.0",
                        "kurenda_retention_waiting_files{source=\"tax\"} 1.0",
                        "kurenda_retention_waiting_files{source=\"waste\"} 0.0",
                        "kurenda_webhook_deliveries_dead 7.0",
                        "kurenda_receipts_waiting 3.0",
                        "kurenda_receipts_oldest_age_seconds 10.0",
                        // midnight in Warsaw after the 23rd
                        "kurenda_report_covered_until_timestamp_seconds "
                                + (double) Instant.parse("2026-11-23T23:00:00Z").getEpochSecond())
                .noneMatch(line -> line.contains("state=\"REJECTED_ROW\""));
    }

    @Test
    void withoutAnyReportTheFirstFileSaysSinceWhenOneIsDue() throws IOException {
        Snapshot none = new Snapshot(
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                0,
                Optional.empty(),
                new Waits(List.of(), 0),
                Optional.empty(),
                Optional.of(SEVEN));
        assertThat(scrape(() -> none))
                .contains("kurenda_report_covered_until_timestamp_seconds "
                        + (double) Instant.parse("2026-11-23T23:00:00Z").getEpochSecond());
    }

    @Test
    void nothingWaitsTooLongWhileTheSendWindowIsClosed() throws IOException {
        assertThat(scrape(() -> FIGURES)).contains(age("waste", 300), age("tax", 0));
    }

    @Test
    void theWaitBeginsWhenTheWindowOpens() throws IOException {
        open = Map.of("waste", SEVEN.plusSeconds(240), "tax", SEVEN);
        assertThat(scrape(() -> FIGURES)).contains(age("waste", 60), age("tax", 240));
    }

    @Test
    void aDatabaseThatIsAwayIsSaidAndNothingElse() throws IOException {
        assertThat(scrape(() -> {
                    throw new IllegalStateException("away");
                }))
                .filteredOn(line -> !line.startsWith("#"))
                .containsExactly("kurenda_database_up 0.0");
    }

    private static String age(String source, int seconds) {
        return "kurenda_queue_oldest_age_seconds{source=\"" + source + "\"} " + (double) seconds;
    }

    private List<String> scrape(Supplier<Snapshot> read) throws IOException {
        try (LedgerMeters meters = new LedgerMeters(read, source -> Optional.ofNullable(open.get(source)), clock)) {
            PrometheusRegistry registry = new PrometheusRegistry();
            registry.register(meters);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
            return out.toString(StandardCharsets.UTF_8).lines().toList();
        }
    }
}
