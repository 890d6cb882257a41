package pl.kurenda.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import pl.kurenda.demo.EmbeddedMariaDb;

/** A MariaDB server for one test alone, which can be killed and started again at the same address. */
final class OwnMariaDb implements AutoCloseable {
    private final Path folder;
    private final String url;
    private ProcessHandle server;
    private List<String> command;
    private Map<String, String> environment;

    OwnMariaDb(Path folder) throws IOException {
        this.folder = folder;
        url = EmbeddedMariaDb.open(folder).url("kurenda");
        server = ProcessHandle.of(Long.parseLong(
                        Files.readString(folder.resolve("mariadbd.pid")).trim()))
                .orElseThrow();
        command = List.of(zeroTerminated("cmdline"));
        environment = new TreeMap<>();
        for (String entry : zeroTerminated("environ")) {
            environment.put(entry.substring(0, entry.indexOf('=')), entry.substring(entry.indexOf('=') + 1));
        }
    }

    private String[] zeroTerminated(String what) throws IOException {
        return Files.readString(Path.of("/proc/" + server.pid() + "/" + what)).split("\0");
    }

    String url() {
        return url;
    }

    /** kill -9 */
    void kill() {
        server.destroyForcibly();
        server.onExit().join();
    }

    boolean alive() {
        return server.isAlive();
    }

    /** Starts the server as it was started first, and waits until it lets somebody in. */
    void startAgain() throws IOException {
        ProcessBuilder again = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("again.log").toFile());
        again.environment().putAll(environment);
        server = again.start().toHandle();
        DaemonScenario.until("the database is back", this::answers);
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url, "root", "")) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit()
                .orTimeout(30, TimeUnit.SECONDS)
                .exceptionally(late -> null)
                .join();
        server.destroyForcibly();
    }
}
