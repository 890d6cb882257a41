package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.delivery.window.SendWindow;

/** Nobody is written to while the send window is closed, by the daemon or by its operator later. */
class SendWindowIT {
    private static final int ROWS = 40;
    private static final Duration OPEN = Duration.ofMinutes(40);
    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    private final GeneratedFile export = new GeneratedFile();
    private final ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Europe/Warsaw"));
    private final String url = DatabaseFixture.url();
    private final DatabaseView books = new DatabaseView(url);
    private CountingSmsc smsc;

    @TempDir
    Path home;

    @BeforeEach
    void open() throws Exception {
        smsc = new CountingSmsc();
    }

    @AfterEach
    void close() {
        smsc.close();
    }

    @Test
    void whatComesWhileItIsClosedWaitsAndTheSmscIsToldWhenItCloses() throws Exception {
        LocalTime closes = LAST_MINUTE.minus(OPEN).isBefore(now.toLocalTime())
                ? LAST_MINUTE
                : now.toLocalTime().plus(OPEN).withSecond(0).withNano(0);
        assumeTrue(
                Duration.between(now.toLocalTime(), closes).compareTo(Duration.ofMinutes(8)) > 0,
                "skipped: a window ends at midnight");
        String today = day(now.getDayOfWeek()) + " 00:00-" + closes;
        assumeTrue(
                SendWindow.parse(today).isOpen(now.toInstant(), now.getZone()),
                "skipped: no window opens on a public holiday");
        try (Daemon closed = daemon(day(now.getDayOfWeek().plus(3)) + " 10:00-11:00")) {
            closed.drop("waste", "waits.csv", export.withHeader(ROWS));
            until("loaded", () -> books.number("select count(*) from batch where state = 'LOADED'") == 1);
            DaemonScenario.pause(Duration.ofSeconds(5));
            assertThat(books.inState("QUEUED")).isEqualTo(ROWS);
        }
        assertThat(smsc.submits).as("while it was closed").hasValue(0);
        try (Daemon open = daemon(today)) {
            until("sent", books::settled);
            assertThat(open.alive()).isTrue();
        }
        assertThat(smsc.submits).hasValue(ROWS);
        assertThat(smsc.validities)
                .as("hhmm of validity_period")
                .allSatisfy(period -> assertThat(period).startsWith("000000").endsWith("00R"))
                .allSatisfy(period -> assertThat(minutes(period)).isLessThanOrEqualTo(OPEN.toMinutes()));
    }

    private static long minutes(String period) {
        return Long.parseLong(period.substring(6, 8)) * 60 + Long.parseLong(period.substring(8, 10));
    }

    private static String day(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
    }

    private Daemon daemon(String window) throws Exception {
        List<String> settings = Daemon.real(url, smsc.port, DaemonScenario.WINDOW, "e2e");
        settings.removeIf(setting -> setting.startsWith("--kurenda.sources.waste.send-window="));
        settings.add("--kurenda.sources.waste.send-window=" + window);
        Daemon daemon = new Daemon(home, settings);
        daemon.start(Daemon.QUICK);
        return daemon;
    }
}
