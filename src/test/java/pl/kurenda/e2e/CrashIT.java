package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** kill -9 in the middle of a file: while it is loaded, and while it is sent. The SMSC counts. */
class CrashIT {
    private static final int ROWS = 20_000;
    private static final int WINDOW = 10;

    @TempDir
    Path home;

    @Test
    void nothingIsLostAndNothingIsSubmittedTwice() throws Exception {
        String url = DatabaseFixture.url();
        DatabaseView books = new DatabaseView(url);
        try (CountingSmsc smsc = new CountingSmsc();
                Daemon daemon = new Daemon(home, Daemon.real(url, smsc, WINDOW))) {
            smsc.answerAfterMillis = 5;
            daemon.start();
            daemon.drop("waste", "x.csv", export());
            killWhen(daemon, () -> books.number("select count(*) from reminder") > 500);
            assertThat(books.number("select count(*) from batch where state = 'LOADING'"))
                    .as("killed while loading")
                    .isEqualTo(1);
            assertThat(smsc.submits.get())
                    .as("nothing leaves before the last row is there")
                    .isZero();

            daemon.start();
            killWhen(daemon, () -> smsc.submits.get() > 2000);
            assertThat(smsc.submits.get()).as("killed while sending").isLessThan(ROWS);

            smsc.answerAfterMillis = 0;
            daemon.start();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> books.number("select count(*) from reminder") == ROWS && books.settled());
            checkBooks(books, smsc);
            checkUnknownReport(daemon, books);
        }
    }

    private static void killWhen(Daemon daemon, Callable<Boolean> moment) throws InterruptedException {
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofMinutes(1)).until(moment);
        daemon.kill();
    }

    private static void checkBooks(DatabaseView books, CountingSmsc smsc) {
        long unknown = books.states().getOrDefault("UNKNOWN", 0L);
        assertThat(smsc.segments.values())
                .as("submitted twice")
                .allSatisfy(n -> assertThat(n.get()).isEqualTo(1));
        assertThat(unknown).as("bound").isLessThanOrEqualTo(2 * WINDOW);
        assertThat(smsc.segments.size() + unknown).as("lost").isGreaterThanOrEqualTo(ROWS);
        assertThat(books.states().get("DELIVERED")).isEqualTo(ROWS - unknown);
        assertThat(books.number("select row_count from batch")).isEqualTo(ROWS);
    }

    private static void checkUnknownReport(Daemon daemon, DatabaseView books) throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        assertThat(daemon.run("report", "--date=" + today).exitCode()).isZero();
        Path file = daemon.home.resolve("dropbox/outbound/unknown-" + today + ".csv");
        assertThat(Files.readAllLines(file))
                .hasSize(1 + (int) (long) books.states().getOrDefault("UNKNOWN", 0L));
    }

    private static byte[] export() {
        return ("telefon;kwota;nr sprawy\r\n"
                        + IntStream.range(0, ROWS)
                                .mapToObj(n -> "60" + (1_000_000 + n) + ";" + (n + 1) + ",00;S" + n + "\r\n")
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.US_ASCII);
    }
}
