package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The OpenSSH of this machine on a free port, with the folder {@code exchange} for files. */
final class OpenSshServer {
    private static final Path SSHD = Path.of("/usr/sbin/sshd");
    private static final Path SFTP_SERVER = Path.of("/usr/lib/openssh/sftp-server");
    private static final String RUNNING = System.getProperty("user.name");
    private static final String THROWN_AWAY = "kurenda-sftp-it";
    private static final String PASSWORD = "Dab7-pod-lipa";

    final int port;
    private final Path folder;
    private final Path config;
    private String user = RUNNING;
    private Process sshd;

    /** @param folder for its keys and files, empty */
    OpenSshServer(Path folder) throws IOException, InterruptedException {
        assumeThat(SSHD)
                .as("needs " + SSHD + " (apt-get install openssh-server): the exchange with OpenSSH is not tested here")
                .isExecutable();
        this.folder = folder;
        if (RUNNING.equals("root")) {
            Files.createDirectories(Path.of("/run/sshd"));
        }
        for (String key : List.of("host", "user")) {
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file(key));
        }
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }
        known(port);
        config = Files.writeString(folder.resolve("sshd_config"), """
                ListenAddress 127.0.0.1
                Port %d
                HostKey %s
                AuthorizedKeysFile %s
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication yes
                Subsystem sftp %s
                """.formatted(
                port, file("host"), file("user.pub"), Files.isExecutable(SFTP_SERVER) ? SFTP_SERVER : "internal-sftp"));
        Files.createDirectories(exchange());
        start();
    }

    void start() throws IOException {
        sshd = new ProcessBuilder(SSHD.toString(), "-D", "-e", "-f", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("sshd.log").toFile())
                .start();
        await().ignoreExceptions().until(() -> {
            new Socket("127.0.0.1", port).close();
            return true;
        });
    }

    /** Stops the server and all its sessions, as when the machine goes down. */
    void stop() {
        List<ProcessHandle> sessions = sshd.descendants().toList();
        sshd.destroyForcibly();
        sessions.forEach(ProcessHandle::destroyForcibly);
        sshd.onExit().join();
    }

    /** Switches to login by password, as another user of this machine. Only root can make that user. */
    void usePassword() throws IOException, InterruptedException {
        assumeThat(RUNNING)
                .as("only root can make a user with a password: the login by password is not tested with OpenSSH here")
                .isEqualTo("root");
        new ProcessBuilder("userdel", THROWN_AWAY).start().waitFor();
        user = THROWN_AWAY;
        run("useradd", "--no-create-home", "--home-dir", folder.toString(), "--shell", "/bin/sh", user);
        Process change = new ProcessBuilder("chpasswd")
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (var in = change.getOutputStream()) {
            in.write((user + ":" + PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        }
        assertThat(change.waitFor()).isZero();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        give(exchange());
    }

    /** Makes the login user the owner of the path. */
    void give(Path path) throws IOException, InterruptedException {
        run("chown", "-R", user, path.toString());
    }

    /** Makes the server known on another port, too. */
    void known(int other) throws IOException {
        Files.writeString(
                folder.resolve("known_hosts"),
                "[127.0.0.1]:" + other + " " + Files.readString(folder.resolve("host.pub")));
    }

    Path exchange() {
        return folder.resolve("exchange");
    }

    /** Starts a daemon that watches the folder for the source waste. */
    IntakeNode node(InMemoryBatches batches, int at, String poll) throws IOException {
        String key = "kurenda.sources.waste.";
        List<String> settings = new ArrayList<>(List.of(
                key + "uri=sftp://" + user + "@127.0.0.1:" + at + exchange(),
                key + "sftp.known-hosts=" + file("known_hosts"),
                key + "sftp.poll=" + poll));
        settings.add(
                user.equals(THROWN_AWAY)
                        ? key + "sftp.password=" + PASSWORD
                        : key + "sftp.private-key=" + file("user"));
        return new IntakeNode(
                Files.createDirectories(folder.resolve("home")), batches, settings.toArray(String[]::new));
    }

    List<String> names(String of) {
        String[] names = exchange().resolve(of).toFile().list();
        return names == null ? List.of() : Arrays.stream(names).sorted().toList();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
    }

    void close() throws IOException, InterruptedException {
        stop();
        if (user.equals(THROWN_AWAY)) {
            run("userdel", THROWN_AWAY);
        }
    }
}
