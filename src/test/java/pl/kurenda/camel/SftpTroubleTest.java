package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.camel.sftp.SftpRig;

/** Servers that fail: nothing is lost, nothing is taken twice, and no other source is stopped. */
@ExtendWith(OutputCaptureExtension.class)
class SftpTroubleTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String TWO_ROWS = SftpRig.HEADER + SftpRig.GOOD + "5012;1,00;Ewa\n";

    @TempDir
    Path folder;

    private final InMemoryBatches batches = new InMemoryBatches();
    private SftpRig rig;

    @BeforeEach
    void start() throws IOException {
        rig = new SftpRig(folder);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    @Test
    void aChangedKeyIsRefusedUntilItIsKnownAndStopsNoOtherSource(CapturedOutput output) throws IOException {
        rig.server.stop();
        rig.server.changeHostKey();
        rig.server.restart();
        rig.server.drop("in", "x.csv", TWO_ROWS);
        IntakeNode node = rig.node("one", batches);
        eventually(() -> output.getAll().contains("shows another key than the one in " + rig.knownHosts));
        assertThat(node.context.getBean(RouteStates.class).running("waste")).isFalse();
        node.drop("tax", "y.csv", TWO_ROWS.getBytes(StandardCharsets.UTF_8));
        eventually(() -> node.names("tax", "done").equals(List.of("y.csv")));
        assertThat(rig.server.names("in")).containsExactly("x.csv");

        Files.writeString(rig.knownHosts, "");
        eventually(() -> output.getAll().contains("shows a key that is not in " + rig.knownHosts));
        // the clock of the test runs four times as fast, and a poll takes a second
        assertThat(output.getAll().split("shows another key", -1).length - 1).isLessThanOrEqualTo(3);
        assertThat(batches.bySha).hasSize(1);

        Files.writeString(rig.knownHosts, rig.server.knownHostsLine());
        taken("x.csv");
        assertThat(node.context.getBean(RouteStates.class).running("waste")).isTrue();
        assertThat(output.getAll()).contains("can be used again");
    }

    @Test
    void aWrongPasswordAndADeadServerAreSaid(CapturedOutput output) throws IOException {
        rig.node("one", batches, "kurenda.sources.waste.sftp.password=zgadnij");
        eventually(() -> output.getAll().contains("refuses the login of its user. Check private-key and password."));
        rig.server.stop();
        eventually(() -> output.getAll().contains("cannot be reached"));
        assertThat(output.getAll()).doesNotContain("zgadnij");
    }

    @Test
    void aServerThatSaysNothingIsGivenUp(CapturedOutput output) throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"))) {
            IntakeNode node = rig.node(
                    "one",
                    batches,
                    "kurenda.sources.waste.uri=sftp://gmina@127.0.0.1:" + silent.getLocalPort() + "/in");
            eventually(() -> output.getAll().contains("did not answer in time"));
            node.drop("tax", "y.csv", TWO_ROWS.getBytes(StandardCharsets.UTF_8));
            eventually(() -> node.names("tax", "done").equals(List.of("y.csv")));
        }
    }

    @Test
    void aFileCutOnItsWayIsFetchedAgainAsAWhole() throws IOException {
        rig.server.readsLeft.set(300_000);
        rig.server.drop("in", "x.csv", longExport());
        IntakeNode node = rig.node("one", batches);
        eventually(() -> rig.server.opened.get() > 0 && rig.server.readsLeft.get() < 0);
        assertThat(batches.bySha).isEmpty();
        node.clock.forward(Duration.ofMinutes(1));
        taken("x.csv");
        assertThat(rig.server.opened.get()).isGreaterThanOrEqualTo(2);
        assertThat(batches.batch("x.csv").reminders).hasSize(20_000);
        assertThat(batches.bySha).hasSize(1);
    }

    @Test
    void aServerThatHangsInTheMiddleOfAFileIsGivenUp(CapturedOutput output) throws IOException {
        CountDownLatch hangs = new CountDownLatch(1);
        rig.server.whenSpent = () -> {
            try {
                hangs.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        };
        rig.server.readsLeft.set(300_000);
        rig.server.drop("in", "x.csv", longExport());
        IntakeNode node = rig.node("one", batches);
        eventually(() -> rig.server.readsLeft.get() < 0);
        node.drop("tax", "y.csv", TWO_ROWS.getBytes(StandardCharsets.UTF_8));
        eventually(() -> node.names("tax", "done").equals(List.of("y.csv")));
        eventually(() -> output.getAll().contains("did not answer in time"));
        assertThat(batches.bySha).as("nothing of the half file").hasSize(1);
        hangs.countDown();
        node.clock.forward(Duration.ofMinutes(1));
        taken("x.csv");
        assertThat(batches.batch("x.csv").reminders).hasSize(20_000);
    }

    private static String longExport() {
        StringBuilder rows = new StringBuilder(SftpRig.HEADER);
        for (int i = 0; i < 20_000; i++) {
            rows.append(501_000_000 + i).append(";1,00;Jan Długonazwiskowski\n");
        }
        return rows.toString();
    }

    @Test
    void aServerThatRefusesToWriteKeepsTheFileUntilTheAnswersAreThere(CapturedOutput output) throws IOException {
        rig.server.refuseWrites = true;
        rig.server.drop("in", "x.csv", TWO_ROWS);
        IntakeNode node = rig.node("one", batches);
        eventually(() -> output.getAll().contains("denies permission"));
        assertThat(rig.server.names("in")).containsExactly("x.csv");
        assertThat(batches.batch("x.csv").totals).isNotNull();
        rig.server.refuseWrites = false;
        // the pause of the first file does not hold up another file in the folder
        rig.server.drop("in", "z.csv", SftpRig.HEADER + "501234569;3,00;Ala\n");
        eventually(() -> rig.server.names("in/done").contains("z.csv"));
        node.clock.forward(Duration.ofMinutes(10));
        taken("x.csv");
        assertThat(rig.server.names("in/out"))
                .containsExactly("x.csv.receipt.json", "x.csv.rejected.csv", "z.csv.receipt.json");
        assertThat(batches.bySha).hasSize(2);
    }

    @Test
    void aFullDiskLeavesNoHalfAnswerUnderItsName(CapturedOutput output) throws IOException {
        rig.server.room.set(50);
        rig.server.drop("in", "x.csv", TWO_ROWS);
        IntakeNode node = rig.node("one", batches);
        eventually(() -> output.getAll().contains("because its disk is full"));
        assertThat(rig.server.names("in/out")).allMatch(name -> name.endsWith(".tmp"));
        assertThat(rig.server.names("in")).containsExactly("x.csv");
        rig.server.room.set(-1);
        node.clock.forward(Duration.ofMinutes(10));
        taken("x.csv");
        assertThat(rig.server.names("in/out")).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
    }

    @Test
    void afterACrashBetweenCommitAndMoveTheFileIsKnownAgain() throws IOException {
        rig.server.refuseWrites = true;
        rig.server.drop("in", "x.csv", TWO_ROWS);
        IntakeNode first = rig.node("one", batches);
        eventually(() -> batches.bySha.size() == 1 && batches.batch("x.csv").totals != null);
        first.close();
        assertThat(rig.server.names("in")).containsExactly("x.csv");
        rig.server.refuseWrites = false;
        rig.node("two", batches);
        taken("x.csv");
        assertThat(rig.server.names("in/done")).containsExactly("x.csv");
        assertThat(rig.server.names("in/out")).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
    }

    @Test
    void aServerThatWasStoppedIsFoundAgain() throws IOException {
        IntakeNode node = rig.node("one", batches);
        eventually(() -> node.context.getBean(RouteStates.class).running("waste"));
        rig.server.stop();
        eventually(() -> !node.context.getBean(RouteStates.class).running("waste"));
        rig.server.drop("in", "x.csv", TWO_ROWS);
        rig.server.restart();
        taken("x.csv");
    }

    @Test
    void twoNodesMakeOneBatchOfEachFile() throws IOException {
        for (int i = 0; i < 10; i++) {
            rig.server.drop("in", "x" + i + ".csv", SftpRig.HEADER + "50123456" + i + ";1,00;Ewa\n");
        }
        rig.node("one", batches);
        rig.node("two", batches);
        eventually(() -> rig.server.names("in").isEmpty());
        assertThat(batches.bySha).hasSize(10);
        assertThat(rig.server.names("in/done")).hasSize(10).allMatch(name -> name.matches("x\\d\\.csv"));
        assertThat(rig.server.names("in/out")).hasSize(10);
    }

    @Test
    void aFileThatVanishesStopsNothing() throws IOException {
        rig.server.drop("in", "a.csv", TWO_ROWS);
        rig.server.drop("in", "b.csv", SftpRig.HEADER + "501234568;1,00;Ewa\n");
        rig.server.beforeRead = file -> {
            if (file.getFileName().toString().equals("a.csv")) {
                rig.server.beforeRead = other -> {};
                assertThat(file.toFile().delete()).isTrue();
            }
        };
        rig.node("one", batches);
        eventually(() -> rig.server.names("in/done").contains("b.csv"));
    }

    private void taken(String name) {
        eventually(() -> rig.server.names("in/done").contains(name));
        assertThat(rig.server.names("in")).doesNotContain(name);
    }

    private static void eventually(Callable<Boolean> happens) {
        await().atMost(PATIENCE).until(happens);
    }
}
