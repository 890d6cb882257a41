package pl.kurenda.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/**
 * kill -9 at each point of a row's way. The daemon is held there from outside, by a lock on what it has to write next or by an SMSC
 * that does not answer; that it stands there is asserted before it is killed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillPointsIT {
    private static final int ROWS = 60;
    private static final int WINDOW = DaemonScenario.WINDOW;
    private static final ZoneId OFFICE = ZoneId.of("Europe/Warsaw");

    private DaemonScenario scene;
    private DatabaseView books;
    private CountingSmsc smsc;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        scene = new DaemonScenario(home, DatabaseFixture.url(), "--kurenda.report.cron=0/2 * * * * ?");
        books = scene.books;
        smsc = scene.smsc;
        smsc.receipts.withReference = true;
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @BeforeEach
    void everythingRuns() throws Exception {
        scene.begin();
    }

    @AfterEach
    void everythingIsAccountedFor() {
        scene.end();
    }

    @Test
    void afterTheClaimAndBeforeSubmitting() throws Exception {
        smsc.fallSilent();
        scene.drop(ROWS);
        scene.windowFull();
        try (RowLock claimed = RowLock.reminders(scene.url, "CLAIMED")) {
            smsc.speak();
            until("SUBMITTING cannot be written", () -> books.inState("SUBMITTING") == 0 && books.waitingForRows() > 0);
            assertThat(books.inState("CLAIMED")).isEqualTo(claimed.count()).isEqualTo(ROWS - 2 * WINDOW);
            scene.daemon.kill();
            assertThat(scene.submitted()).as("only what was answered had left").isEqualTo(2 * WINDOW);
        }
        scene.restart();
        scene.settled();
        assertThat(books.statesOfLastFile()).as("nothing was in doubt").containsOnly(Map.entry("DELIVERED", (long)
                ROWS));
    }

    @Test
    void afterTheSubmitAndBeforeTheResponse() throws Exception {
        smsc.fallSilent();
        smsc.receipts.held = true;
        scene.drop(ROWS);
        scene.windowFull();
        scene.daemon.kill();
        smsc.speak();
        scene.restart();
        until("recorded", books::lastFileSent);
        assertThat(books.inState("UNKNOWN")).as("what was SUBMITTING").isEqualTo(2 * WINDOW);
        assertThat(scene.submitted()).as("nothing of it is sent again").isEqualTo(ROWS - WINDOW);
        smsc.receipts.held = false;
        scene.settled(WINDOW);
        assertThat(books.statesOfLastFile())
                .as("receipts settle what had left")
                .containsOnly(Map.entry("DELIVERED", (long) ROWS - WINDOW), Map.entry("UNKNOWN", (long) WINDOW));
    }

    @Test
    void afterTheFirstSegmentsOfTexts() throws Exception {
        smsc.fallSilentOnSecondSegments();
        smsc.receipts.held = true;
        scene.drop(scene.export.withLongTexts(ROWS));
        scene.windowFull();
        assertThat(scene.submitted())
                .as("first ones accepted, second ones not answered")
                .isGreaterThanOrEqualTo(2 * WINDOW);
        scene.daemon.kill();
        smsc.speak();
        scene.restart();
        until("recorded", books::lastFileSent);
        assertThat(books.inState("UNKNOWN")).as("what was SUBMITTING").isEqualTo(2 * WINDOW);
        smsc.receipts.held = false;
        until("receipts settle what had left whole", () -> books.inState("DELIVERED") >= ROWS - WINDOW);
        assertThat(books.inState("UNKNOWN") + books.inState("DELIVERED")).isEqualTo(ROWS);
    }

    @Test
    void afterTheResponseAndBeforeItIsRecorded() throws Exception {
        smsc.fallSilent();
        smsc.receipts.held = true;
        scene.drop(ROWS);
        scene.windowFull();
        try (RowLock submitting = RowLock.reminders(scene.url, "SUBMITTING")) {
            smsc.speak();
            until(
                    "the answer cannot be written",
                    () -> scene.submitted() == 2 * WINDOW && smsc.unanswered() == 0 && books.waitingForRows() > 0);
            assertThat(books.inState("SUBMITTING")).isEqualTo(submitting.count());
            scene.daemon.kill();
        }
        assertThat(books.inState("ENROUTE")).as("no answer had been recorded").isZero();
        scene.restart();
        until("recorded", books::lastFileSent);
        assertThat(books.inState("UNKNOWN")).isEqualTo(2 * WINDOW);
        smsc.receipts.held = false;
        scene.settled(0);
        assertThat(books.statesOfLastFile()).as("receipts settle them all").containsOnly(Map.entry("DELIVERED", (long)
                ROWS));
    }

    @Test
    void afterTheReceiptCameAndBeforeItIsRecorded() throws Exception {
        smsc.receipts.held = true;
        scene.drop(ROWS);
        until("recorded", () -> books.inState("ENROUTE") == ROWS);
        int acknowledged = smsc.receipts.acknowledged.get();
        try (RowLock inbox = RowLock.table(scene.url, "receipt_inbox")) {
            int sent = smsc.receipts.sent.get();
            smsc.receipts.held = false;
            until(
                    "receipts cannot be written",
                    () -> smsc.receipts.sent.get() > sent && inbox.waitingForTable("insert into receipt_inbox") > 0);
            scene.daemon.kill();
            assertThat(smsc.receipts.acknowledged).hasValue(acknowledged);
        }
        assertThat(books.inState("ENROUTE")).isEqualTo(ROWS);
        scene.restart();
        scene.settled();
        assertThat(books.statesOfLastFile()).containsOnly(Map.entry("DELIVERED", (long) ROWS));
    }

    @Test
    void afterTheReceiptIsRecordedAndBeforeItIsAcknowledged() throws Exception {
        int acknowledged = smsc.receipts.acknowledged.get();
        scene.proxy.toSmsc = (pdu, way) -> {
            if (SmppProxy.command(pdu) != SmppProxy.DELIVER_RESP) {
                way.send(pdu);
            }
        };
        scene.drop(ROWS);
        until("recorded", () -> books.inState("DELIVERED") == ROWS);
        assertThat(smsc.receipts.acknowledged)
                .as("no acknowledgement has arrived")
                .hasValue(acknowledged);
        scene.daemon.kill();
        int sent = smsc.receipts.sent.get();
        scene.proxy.passAll();
        scene.restart();
        until("each receipt comes again", () -> smsc.receipts.acknowledged.get() == acknowledged + ROWS);
        assertThat(smsc.receipts.sent.get()).isGreaterThanOrEqualTo(sent + ROWS);
        until("recorded", () -> books.number("select count(*) from receipt_inbox where state = 'NEW'") == 0);
        assertThat(books.number("select count(*) from outcome"))
                .as("and is booked once")
                .isEqualTo(books.number("select count(distinct reminder_id) from outcome"));
    }

    @Test
    void betweenTheReportFilesAndTheirMark() throws Exception {
        scene.drop(ROWS);
        scene.settled();
        scene.daemon.kill();
        LocalDate day = LocalDate.now(OFFICE).minusDays(1);
        books.execute(
                "update batch set received_at = received_at - interval 1 day, loaded_at = loaded_at - interval 1 day");
        Map<String, byte[]> first;
        // the daemon just killed may have died in the middle of a pass of its own, whose lock outlives it for two
        // minutes
        books.execute("update shedlock set lock_until = utc_timestamp(3)");
        try (RowLock mark = RowLock.reportDay(scene.url, day)) {
            scene.restart();
            until("the mark cannot be written", () -> books.waitingForRows() == mark.count());
            first = report(day);
            scene.daemon.kill();
        }
        assertThat(books.number("select count(*) from report_day where day = '" + day + "'"))
                .isZero();
        assertThat(first).hasSize(8);
        scene.restart();
        // the lock of a node that died in the middle of a report is in the way for two minutes: they are over now
        books.execute("update shedlock set lock_until = utc_timestamp(3)");
        until("recorded", () -> books.number("select count(*) from report_day where day = '" + day + "'") == 1);
        Map<String, byte[]> again = report(day);
        assertThat(again.keySet()).isEqualTo(first.keySet());
        assertThat(again)
                .allSatisfy((name, octets) -> assertThat(Arrays.equals(octets, first.get(name)))
                        .as(name)
                        .isTrue());
        assertThat(new String(again.get("summary-" + day + ".csv"), UTF_8))
                .contains("OK")
                .doesNotContain("BROKEN");
    }

    private Map<String, byte[]> report(LocalDate day) throws Exception {
        Map<String, byte[]> files = new HashMap<>();
        try (var listed = Files.newDirectoryStream(
                scene.daemon.home.resolve("dropbox/outbound"),
                "*" + day.toString().substring(0, 7) + "*")) {
            for (Path file : listed) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }
}
