package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same against the server that most offices run: OpenSSH, on a free port, as the user who runs the tests. */
class OpenSshIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.names("failed")).contains("bad.csv", "bad.csv.error.txt"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.names("done")).containsExactly("x-2.csv", "x.csv"));
        }
        assertThat(foreign).as("rename over OpenSSH would replace it").hasContent("older");
        assertThat(server.names("out")).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
        assertThat(Files.exists(in.resolve("x.csv"))).isFalse();
        assertThat(batches.bySha).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("user"))))
                .isEqualTo("rw-------");
    }
}
