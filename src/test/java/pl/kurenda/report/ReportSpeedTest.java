package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.report.page.ReportNode;

/** A large day: 100,000 outcomes, each with a change of state on the next day that the report must ignore. */
class ReportSpeedTest {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROWS = 100_000;

    @TempDir
    Path home;

    @Test
    void aDayOfAHundredThousandOutcomesTakesLessThanTenSecondsAndLittleMemory() throws Exception {
        DriverManagerDataSource dataSource = (DriverManagerDataSource) DatabaseFixture.migrated();
        new LedgerRows(dataSource).many("tax", "tax.csv", "2026-11-24T07:00:00", ROWS);
        try (ReportNode node = new ReportNode(dataSource, home, "2026-11-26T00:10:00")) {
            long start = System.nanoTime();
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            node.report().make(LocalDate.of(2026, 11, 24));
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            Duration cpu = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpuStart);
            LoggerFactory.getLogger(getClass())
                    .info("{} outcomes in {} ms, {} ms of them at work", ROWS, taken.toMillis(), cpu.toMillis());
            // measures CPU time, because other builds on the machine affect the wall clock
            assertThat(cpu).isLessThan(Duration.ofSeconds(10));
            assertThat(taken).isLessThan(Duration.ofSeconds(60));
        }
        Path outbound = home.resolve("dropbox/outbound");
        try (Stream<String> lines = Files.lines(outbound.resolve("outcomes-2026-11-24.csv"))) {
            assertThat(lines.count()).isEqualTo(ROWS + 1);
        }
        assertThat(Files.readString(outbound.resolve("summary-2026-11-24.csv")))
                .contains("tax;ENROUTE;100000;50000500,00;", ";OK;100000;");
        Path other = Files.createDirectories(home.resolve("other"));
        runInLittleMemory(dataSource.getUrl(), other);
        for (String name : List.of("outcomes-2026-11-24.csv", "report-2026-11-24.xlsx")) {
            assertThat(Files.mismatch(outbound.resolve(name), other.resolve("dropbox/outbound/" + name)))
                    .as(name)
                    .isEqualTo(-1);
        }
    }

    /** Runs in its own JVM, with too little memory to hold all outcomes at once. */
    private void runInLittleMemory(String url, Path other) throws Exception {
        Path output = home.resolve("output.txt");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LittleMemory.class.getName(),
                        url,
                        other.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = child.waitFor(2, TimeUnit.MINUTES);
        child.destroyForcibly();
        assertThat(ended).isTrue();
        assertThat(child.exitValue()).as(Files.readString(output)).isZero();
    }

    /** Makes the report of the day alone. */
    static final class LittleMemory {
        /** @param args address of the database, and a home folder */
        public static void main(String[] args) {
            DataSource dataSource = new DriverManagerDataSource(args[0], "root", "");
            try (ReportNode node = new ReportNode(dataSource, Path.of(args[1]), "2026-11-26T00:10:00")) {
                node.report().make(LocalDate.of(2026, 11, 24));
            }
        }
    }
}
