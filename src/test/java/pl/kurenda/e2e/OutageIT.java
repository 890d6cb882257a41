package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The database goes away while reminders are sent; its disk, or that of the exchange folders, is full. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OutageIT {
    private static final String NO_MOUNT = "skipped: a disk that is full needs the right to mount a tmpfs (root)";
    private static final int DATABASE_KIB = 400 * 1024;
    private static final int DROPBOX_KIB = 512;

    private Optional<SmallDisk> dataDisk;
    private Optional<SmallDisk> dropboxDisk;
    private OwnMariaDb database;
    private DaemonScenario scene;
    private DatabaseView books;
    private CountingSmsc smsc;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        Path server = Path.of("target/mariadb-own-" + ProcessHandle.current().pid());
        dataDisk = SmallDisk.mount(server.resolve("data"), DATABASE_KIB);
        dropboxDisk = SmallDisk.mount(home.resolve("dropbox"), DROPBOX_KIB);
        database = new OwnMariaDb(server);
        scene = new DaemonScenario(home, database.url());
        books = scene.books;
        smsc = scene.smsc;
        smsc.receipts.withReference = true;
        scene.restart();
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
        database.close();
        for (Optional<SmallDisk> disk : List.of(dataDisk, dropboxDisk)) {
            if (disk.isPresent()) {
                disk.get().close();
            }
        }
    }

    @BeforeEach
    void everythingWorks() throws Exception {
        scene.begin();
    }

    @AfterEach
    void everythingIsAccountedFor() {
        scene.end();
    }

    @Test
    void withoutADatabaseNothingIsSubmittedThatCannotBeRecorded() throws Exception {
        Duration gone = Duration.ofSeconds(Integer.getInteger("e2e.database.seconds", 30));
        smsc.answerAfterMillis = 50;
        scene.drop(100 * DaemonScenario.WINDOW);
        until("sending", () -> scene.submitted() > 5 * DaemonScenario.WINDOW);
        database.kill();
        int then = scene.submitted();
        assertThat(answers("liveness")).as("alive without a database").isTrue();
        assertThat(answers("readiness")).as("ready without a database").isFalse();
        DaemonScenario.pause(gone);
        assertThat(scene.submitted()).as("the slots are used up").isLessThanOrEqualTo(then + DaemonScenario.BOUND);
        int submitted = scene.submitted();
        database.startAgain();
        assertThat(books.inState("QUEUED") + books.inState("CLAIMED"))
                .as("whatever is at the SMSC had been marked before")
                .isLessThanOrEqualTo(100L * DaemonScenario.WINDOW - submitted);
        until("all is sent", books::lastFileSent);
    }

    @Test
    void aFullDropboxKeepsTheFileWhereItIs() throws Exception {
        assumeTrue(dropboxDisk.isPresent(), NO_MOUNT);
        Path in = scene.daemon.folder("waste", "in");
        Path half = Files.write(in.resolve("full.csv.part"), scene.export.withHeader(60));
        dropboxDisk.get().fill();
        Files.move(half, in.resolve("full.csv"));
        until("its rows are in and sent", () -> scene.submitted() == 60);
        DaemonScenario.pause(Duration.ofSeconds(2));
        assertThat(in.resolve("full.csv")).as("no answer could be written").exists();
        assertThat(files("waste", "out")).noneMatch(name -> name.startsWith("full.csv"));
        assertThat(scene.daemon
                        .run("report", "--date=" + LocalDate.now(ZoneId.of("Europe/Warsaw")))
                        .exitCode())
                .as("no report either")
                .isNotZero();
        assertThat(files("outbound", ".")).isEmpty();

        dropboxDisk.get().makeRoom();
        until(
                "put away",
                () -> Files.exists(scene.daemon.folder("waste", "done").resolve("full.csv")));
        assertThat(files("waste", "out")).contains("full.csv.receipt.json").noneMatch(name -> name.endsWith(".tmp"));
        assertThat(in).isEmptyDirectory();
        assertThat(scene.submitted()).as("sent once").isEqualTo(60);
    }

    @Test
    void aFullDatabaseDiskLosesNothing() throws Exception {
        assumeTrue(dataDisk.isPresent(), NO_MOUNT);
        int rows = 6000;
        long there = books.number("select count(*) from batch where state = 'LOADED'");
        dataDisk.get().fill();
        scene.daemon.drop("waste", "large.csv", scene.export.withHeader(rows));
        DaemonScenario.pause(Duration.ofSeconds(5));
        assertThat(scene.daemon.folder("waste", "in").resolve("large.csv")).exists();
        assertThat(scene.submitted())
                .as("nothing of it leaves before its last row is there")
                .isZero();

        dataDisk.get().makeRoom();
        if (!database.alive()) {
            database.startAgain();
        }
        until("loaded", () -> books.number("select count(*) from batch where state = 'LOADED'") == there + 1);
        until("sent", books::lastFileSent);
        assertThat(scene.submitted()).isEqualTo(rows);
    }

    /** Whether that group of health says yes, soon. */
    private boolean answers(String group) throws Exception {
        try {
            return scene.daemon.get("/actuator/health/" + group, null).statusCode() == 200;
        } catch (HttpTimeoutException late) {
            return false;
        }
    }

    private List<String> files(String source, String folder) throws IOException {
        try (Stream<Path> files = Files.list(scene.daemon.folder(source, folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
