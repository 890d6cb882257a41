package pl.kurenda.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code java -jar target/kurenda.jar} in a folder of its own: what a user runs. */
public final class Daemon implements AutoCloseable {
    /** A start that takes less of a busy machine; what is compiled better later does not matter to a failure. */
    static final String[] QUICK = {"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx384m"};

    final Path home;

    private final List<String> settings;
    private final String log;
    private Process process;
    private int port;

    /**
     * Not started yet.
     *
     * @param home its folder
     * @param settings on its command line
     */
    public Daemon(Path home, List<String> settings) {
        this(home, settings, "daemon.log");
    }

    /**
     * One of several daemons that share a home.
     *
     * @param log name of what it prints
     */
    public Daemon(Path home, List<String> settings, String log) {
        this.home = home;
        this.settings = settings;
        this.log = log;
    }

    /** Settings for a real database and a real SMSC, at any hour of the day. */
    static List<String> real(String database, CountingSmsc smsc, int window) {
        return settings(database, smsc.port, window, "e2e");
    }

    /**
     * The same for the daemon of that name, which finds its SMSC at that port and takes files of any size: those of failure tests
     * are not what an office drops.
     */
    static List<String> real(String database, int smscPort, int window, String node, String... more) {
        List<String> settings = settings(database, smscPort, window, node);
        for (String source : List.of("waste", "tax", "water")) {
            settings.add("--kurenda.sources." + source + ".gate.enabled=false");
        }
        settings.addAll(List.of(more));
        return settings;
    }

    private static List<String> settings(String database, int smscPort, int window, String node) {
        return new ArrayList<>(List.of(
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--kurenda.smsc.host=127.0.0.1",
                "--kurenda.smsc.port=" + smscPort,
                "--kurenda.smsc.system-id=kurenda",
                "--kurenda.smsc.password=secret",
                "--kurenda.smsc.window=" + window,
                "--kurenda.sources.waste.send-window=always",
                "--kurenda.sources.tax.send-window=always",
                "--kurenda.sources.water.send-window=always",
                "--kurenda.node=" + node));
    }

    /** Starts it with these arguments of the JVM and returns once it is healthy. */
    public void start(String... jvm) throws IOException {
        launch(jvm);
        awaitHealthy();
    }

    /** Starts, and does not wait until it is up. */
    void launch(String... jvm) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        List<String> command = command(jvm);
        command.add("--server.port=" + port);
        process = launch(command, log);
    }

    void awaitHealthy() throws IOException {
        await().atMost(Duration.ofMinutes(4)).until(() -> !process.isAlive() || healthy());
        if (!process.isAlive()) {
            throw new IllegalStateException(log());
        }
    }

    /** Runs the jar with these words to its end. */
    Run run(String... words) throws Exception {
        return run(new String[0], words);
    }

    /** The same with these arguments of the JVM. */
    Run run(String[] jvm, String... words) throws Exception {
        List<String> command = command(jvm);
        command.addAll(List.of(words));
        Process once = launch(command, "command.log");
        if (!once.waitFor(2, TimeUnit.MINUTES)) {
            once.destroyForcibly();
            throw new IllegalStateException("did not end: " + log("command.log"));
        }
        return new Run(once.exitValue(), log("command.log"));
    }

    private List<String> command(String... jvm) {
        List<String> command = new ArrayList<>(List.of("java"));
        command.addAll(List.of(jvm));
        command.addAll(
                List.of("-jar", Path.of("target/kurenda.jar").toAbsolutePath().toString()));
        command.addAll(settings);
        return command;
    }

    private Process launch(List<String> command, String log) throws IOException {
        return new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(home.resolve(log).toFile()))
                .start();
    }

    private boolean healthy() {
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                    .timeout(Duration.ofSeconds(5))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** An address of it, for a browser on this machine. */
    String url(String path) {
        return "http://localhost:" + port + path;
    }

    /** What it answers to a GET with this header, or without one. */
    HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url(path))).timeout(Duration.ofSeconds(8));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** What the daemon has said so far. */
    String log() throws IOException {
        return log(log);
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    String log(String name) throws IOException {
        return Files.readString(home.resolve(name));
    }

    /** A folder of a source in its dropbox. */
    public Path folder(String source, String folder) {
        return home.resolve("dropbox").resolve(source).resolve(folder);
    }

    /** Under another name first, then renamed, as a careful domain system does. */
    void drop(String source, String name, byte[] octets) throws IOException {
        Path half = folder(source, "in").resolve(name + ".part");
        Files.write(half, octets);
        Files.move(half, folder(source, "in").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    /** STOP: it stands still between two instructions; CONT: it goes on. */
    void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
    }

    /** The id of its process. */
    public long pid() {
        return process.pid();
    }

    /** kill -9 */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /**
     * SIGTERM, as a supervisor sends it.
     *
     * @return its exit code
     * @throws IllegalStateException if it does not end in time
     */
    int terminate(Duration within) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("it did not end within " + within);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            try {
                process.onExit().get(1, TimeUnit.MINUTES);
            } catch (ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** How a command ended. */
    record Run(int exitCode, String output) {}
}
