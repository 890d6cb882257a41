package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.camel.sftp.SftpRig;

/**
 * The SFTP server that most offices run, on a free port, as the user who runs the tests, with typical failures. Nothing
 * is lost, nothing is taken twice, and one file does not hold up the others.
 */
class OpenSshIT {
    private static final String ROWS = SftpRig.HEADER + SftpRig.GOOD;
    private static final int MANY = 20_000;

    @TempDir
    Path folder;

    private final InMemoryBatches batches = new InMemoryBatches();
    private OpenSshServer server;

    @BeforeEach
    void start() throws Exception {
        server = new OpenSshServer(folder);
    }

    @AfterEach
    void stop() throws Exception {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void exportIsFetchedAnsweredAndPutAwayWithinAnAbsoluteFolder() throws Exception {
        Path in = server.exchange();
        Path foreign =
                Files.writeString(Files.createDirectories(in.resolve("done")).resolve("x.csv"), "older");
        Files.writeString(in.resolve("x.csv"), SftpRig.HEADER + SftpRig.GOOD + "5012;1,00;Ewa\n");
        Files.writeString(in.resolve("bad.csv"), "nazwisko;kwota\nNowak;1,00\n");
        try (IntakeNode node = server.node(batches, server.port, "1s")) {
            assertThat(node.context).isNotNull();
            eventually(() -> assertThat(server.names("failed")).contains("bad.csv", "bad.csv.error.txt"));
            eventually(() -> assertThat(server.names("done")).containsExactly("x-2.csv", "x.csv"));
        }
        assertThat(foreign).as("rename over OpenSSH would replace it").hasContent("older");
        assertThat(server.names("out")).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
        assertThat(Files.exists(in.resolve("x.csv"))).isFalse();
        assertThat(batches.bySha).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("user"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFileThatTheUserOfThePasswordMayNotReadKeepsNoOther() throws Exception {
        server.usePassword();
        Path secret = Files.writeString(server.exchange().resolve("secret.csv"), ROWS.replace("501", "502"));
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Files.setLastModifiedTime(secret, FileTime.from(Instant.now().minusSeconds(3600)));
        server.give(Files.writeString(server.exchange().resolve("x.csv"), ROWS));
        try (IntakeNode node = server.node(batches, server.port, "2s")) {
            eventually(() -> assertThat(server.names("done")).containsExactly("x.csv"));
            assertThat(server.names("")).contains("secret.csv");
            assertThat(batches.bySha).hasSize(1);
            server.give(secret);
            node.clock.forward(Duration.ofMinutes(10));
            eventually(() -> assertThat(server.names("done")).containsExactly("secret.csv", "x.csv"));
        }
        assertThat(server.names("out")).containsExactly("secret.csv.receipt.json", "x.csv.receipt.json");
    }

    @Test
    void aServerThatIsStartedAnewIsSpokenToAgain() throws Exception {
        Files.writeString(server.exchange().resolve("x.csv"), ROWS);
        try (IntakeNode node = server.node(batches, server.port, "2s")) {
            eventually(() -> assertThat(server.names("done")).containsExactly("x.csv"));
            server.stop();
            Files.writeString(server.exchange().resolve("y.csv"), ROWS.replace("501", "502"));
            RouteStates states = node.context.getBean(RouteStates.class);
            eventually(() -> assertThat(states.running("waste")).isFalse());
            server.start();
            eventually(() -> assertThat(server.names("done")).containsExactly("x.csv", "y.csv"));
            assertThat(states.running("waste")).isTrue();
        }
        assertThat(batches.bySha).hasSize(2);
    }

    @Test
    void aFileThatIsCutOnItsWayIsFetchedAgainAsAWhole() throws Exception {
        Files.writeString(server.exchange().resolve("x.csv"), longExport());
        try (CutOnce cut = new CutOnce(server.port, 300_000)) {
            server.known(cut.port());
            try (IntakeNode node = server.node(batches, cut.port(), "2s")) {
                eventually(() -> assertThat(cut.left).hasNonPositiveValue());
                node.clock.forward(Duration.ofMinutes(1));
                eventually(() -> assertThat(server.names("done")).containsExactly("x.csv"));
            }
        }
        assertThat(batches.bySha).hasSize(1);
        assertThat(batches.batch("x.csv").reminders).hasSize(MANY);
    }

    private static String longExport() {
        StringBuilder rows = new StringBuilder(SftpRig.HEADER);
        for (int i = 0; i < MANY; i++) {
            rows.append(501_000_000 + i).append(";1,00;Jan Długonazwiskowski\n");
        }
        return rows.toString();
    }

    private static void eventually(ThrowingRunnable happens) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(happens);
    }
}
