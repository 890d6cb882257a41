package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same against the server that most offices run: OpenSSH, on a free port, as the user who runs the tests. */
class OpenSshIT {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path SFTP_SERVER = Path.of("/usr/lib/openssh/sftp-server");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private final InMemoryBatches batches = new InMemoryBatches();
    private Process sshd;
    private int port;

    @BeforeEach
    void start() throws Exception {
        assumeThat(SSHD)
                .as("needs " + SSHD + " (apt-get install openssh-server): the exchange with OpenSSH is not tested here")
                .isExecutable();
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        for (String key : List.of("host", "user")) {
            run(
                    "ssh-keygen",
                    "-q",
                    "-t",
                    "ed25519",
                    "-N",
                    "",
                    "-f",
                    folder.resolve(key).toString());
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + port + " " + Files.readString(folder.resolve("host.pub")));
        Path config = Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                Subsystem sftp %s
                """.formatted(
                        port,
                        folder.resolve("host"),
                        folder.resolve("user.pub"),
                        Files.isExecutable(SFTP_SERVER) ? SFTP_SERVER : "internal-sftp"));
        sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        await().ignoreExceptions().until(() -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
    }

    @AfterEach
    void stop() {
        if (sshd != null) {
            sshd.destroy();
        }
    }

    @Test
    void exportIsFetchedAnsweredAndPutAwayWithinAnAbsoluteFolder() throws Exception {
        Path in = Files.createDirectories(folder.resolve("exchange"));
        Path foreign =
                Files.writeString(Files.createDirectories(in.resolve("done")).resolve("x.csv"), "older");
        Files.writeString(in.resolve("x.csv"), SftpRig.HEADER + SftpRig.GOOD + "5012;1,00;Ewa\n");
        Files.writeString(in.resolve("bad.csv"), "nazwisko;kwota\nNowak;1,00\n");
        Files.createDirectories(folder.resolve("home"));
        try (IntakeNode node = new IntakeNode(
                folder.resolve("home"),
                batches,
                "kurenda.sources.waste.uri=sftp://" + System.getProperty("user.name") + "@127.0.0.1:" + port + in,
                "kurenda.sources.waste.sftp.private-key=" + folder.resolve("user"),
                "kurenda.sources.waste.sftp.known-hosts=" + folder.resolve("known_hosts"),
                "kurenda.sources.waste.sftp.poll=1s")) {
            assertThat(node.context).isNotNull();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(names(in.resolve("failed"))).contains("bad.csv", "bad.csv.error.txt"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(names(in.resolve("done"))).containsExactly("x-2.csv", "x.csv"));
        }
        assertThat(foreign).as("rename over OpenSSH would replace it").hasContent("older");
        assertThat(names(in.resolve("out"))).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
        assertThat(Files.exists(in.resolve("x.csv"))).isFalse();
        assertThat(batches.bySha).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("user"))))
                .isEqualTo("rw-------");
    }

    private static List<String> names(Path folder) {
        String[] names = folder.toFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }
}
