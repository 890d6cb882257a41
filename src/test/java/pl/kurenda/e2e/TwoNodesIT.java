package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** Two daemons on one database and one home. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesIT {
    private static final Duration NOTICED = Duration.ofSeconds(30);

    private final GeneratedFile export = new GeneratedFile();
    private DatabaseView books;
    private CountingSmsc smsc;
    private Daemon north;
    private Daemon south;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        String url = DatabaseFixture.url();
        books = new DatabaseView(url);
        smsc = new CountingSmsc();
        north = node(home, url, "north");
        south = node(home, url, "south");
        north.launch(Daemon.QUICK);
        south.launch(Daemon.QUICK);
        north.awaitHealthy();
        south.awaitHealthy();
    }

    private Daemon node(Path home, String url, String name) {
        List<String> settings =
                Daemon.real(url, smsc.port, DaemonScenario.WINDOW, name, "--kurenda.report.cron=0/2 * * * * ?");
        return new Daemon(home, settings, name + ".log");
    }

    @AfterAll
    void close() {
        north.close();
        south.close();
        smsc.close();
    }

    @Test
    @Order(1)
    void theyShareTheWork() throws Exception {
        smsc.answerAfterMillis = 20;
        int files = 5;
        for (int n = 0; n < files; n++) {
            north.drop("waste", n + ".csv", export.withHeader(150));
            north.drop("tax", n + ".csv", export.withHeader(150));
            north.drop("water", n + ".csv", export.withoutHeader(150));
        }
        until("all loaded", () -> books.number("select count(*) from batch where state = 'LOADED'") == 3 * files);
        until("all sent", books::settled);
        Audit.of(books, smsc, export.rows()).check(export.rows(), 0);
        assertThat(smsc.submits).as("no segment came twice").hasValue(smsc.segments.size());
        assertThat(books.number("select count(distinct fence) from reminder")).isEqualTo(2);
        for (String source : List.of("waste", "tax", "water")) {
            assertThat(north.folder(source, "done")).isDirectoryNotContaining("glob:**-2.csv");
            until("put away", () -> north.folder(source, "in").toFile().list().length == 0);
        }
    }

    @Test
    @Order(2)
    void theyMakeOneReport() throws Exception {
        LocalDate day = LocalDate.now(ZoneId.of("Europe/Warsaw")).minusDays(1);
        books.execute(
                "update batch set received_at = received_at - interval 1 day, loaded_at = loaded_at - interval 1 day");
        until("made", () -> books.number("select count(*) from report_day where day = '" + day + "'") == 1);
        // two more rounds of the schedule
        DaemonScenario.pause(Duration.ofSeconds(4));
        assertThat(north.log() + south.log()).containsOnlyOnce("Report of " + day + " made");
    }

    @Test
    @Order(3)
    void whatADeadNodeLeftIsSettledByTheOther() throws Exception {
        smsc.fallSilent();
        north.drop("waste", "sent.csv", export.withHeader(1200));
        until(
                "both windows are full",
                () -> smsc.unanswered() == 2 * DaemonScenario.WINDOW
                        && books.inState("SUBMITTING") >= 3 * DaemonScenario.WINDOW);
        north.drop("tax", "half.csv", export.withHeader(10_000));
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofMinutes(1))
                .until(() -> books.number("""
                        select count(*) from reminder where batch_id = (select id from batch where state = 'LOADING')""") > 500);
        String owner = books.text("select node from batch where file_name = 'half.csv'");
        (owner.equals("north") ? north : south).kill();
        long died = System.nanoTime();
        assertThat(books.number("select count(*) from batch where state = 'LOADING'"))
                .as("half loaded")
                .isEqualTo(1);
        long inDoubt = left(owner, "SUBMITTING");
        assertThat(inDoubt).isPositive().isLessThanOrEqualTo(DaemonScenario.BOUND);
        assertThat(left(owner, "CLAIMED")).isPositive();
        smsc.answerAfterMillis = 0;
        smsc.speak();

        until("noticed", () -> left(owner, "CLAIMED") + left(owner, "SUBMITTING") == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - died)).isLessThan(NOTICED);
        until(
                "the file is taken up",
                () -> books.number(
                                "select count(*) from batch where file_name = 'half.csv' and state = 'LOADED' and node <> '"
                                        + owner + "'")
                        == 1);
        until("all sent", books::settled);
        Audit audit = Audit.of(books, smsc, export.rows());
        audit.check(export.rows(), inDoubt);
        assertThat(audit.unknown()).as("what was in doubt, and nothing else").isEqualTo(inDoubt);
    }

    private long left(String node, String state) {
        return books.number("select count(*) from reminder r join node n on n.fence = r.fence" + " where n.name = '"
                + node + "' and r.state = '" + state + "'");
    }
}
