package pl.kurenda.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import pl.kurenda.demo.EmbeddedMariaDb;

/** A MariaDB of its own, with the server's defaults: the one that is installed, else the embedded one. */
final class Mariadb implements AutoCloseable {
    final String url;
    final long pid;
    final String version;
    private final Runnable stop;
    private final Connection connection;

    private Mariadb(String url, long pid, Runnable stop) throws SQLException {
        this.url = url;
        this.pid = pid;
        this.stop = stop;
        this.connection = DriverManager.getConnection(url, "root", "");
        this.version = text("select version()");
    }

    /**
     * Starts it.
     *
     * @param folder empty, on the disk that is to be measured
     * @param options further arguments of the server, such as {@code --innodb-buffer-pool-size=1G}
     */
    static Mariadb start(Path folder, List<String> options) throws Exception {
        Optional<Path> installed = Stream.of(
                        "/usr/sbin/mariadbd", "/usr/local/sbin/mariadbd", "/usr/local/bin/mariadbd")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
        return installed.isPresent() ? installed(installed.get(), folder, options) : embedded(folder, options);
    }

    private static Mariadb embedded(Path folder, List<String> options) throws Exception {
        if (!options.isEmpty()) {
            throw new IllegalArgumentException("db-options need an installed mariadbd");
        }
        EmbeddedMariaDb server = EmbeddedMariaDb.open(folder);
        long pid =
                Long.parseLong(Files.readString(folder.resolve("mariadbd.pid")).strip());
        return new Mariadb(server.url("kurenda"), pid, server::close);
    }

    private static Mariadb installed(Path program, Path folder, List<String> options) throws Exception {
        Path data = Files.createDirectories(folder).resolve("data").toAbsolutePath();
        String user = "--user=" + System.getProperty("user.name");
        File log = folder.resolve("mariadbd.log").toFile();
        List<String> install = List.of(
                "mariadb-install-db",
                "--no-defaults",
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--datadir=" + data,
                user);
        if (launch(install, log).waitFor() != 0) {
            throw new IOException(Files.readString(log.toPath()));
        }
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--no-defaults",
                "--datadir=" + data,
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--socket=" + data.resolve("s"),
                "--character-set-server=utf8mb4",
                user));
        command.addAll(options);
        return connect(port, launch(command, log), log.toPath());
    }

    private static Process launch(List<String> command, File log) throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static Mariadb connect(int port, Process server, Path log) throws Exception {
        String url = "jdbc:mariadb://127.0.0.1:" + port + "/kurenda?createDatabaseIfNotExist=true&useBulkStmts=true";
        Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
        while (server.isAlive()) {
            try {
                return new Mariadb(url, server.pid(), () -> stop(server));
            } catch (SQLException notYet) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
            }
        }
        throw new IOException(Files.readString(log));
    }

    private static void stop(Process server) {
        server.destroy();
        server.onExit().join();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one figure that a query gives. */
    long number(String query) throws SQLException {
        return Long.parseLong(text(query));
    }

    private String text(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        stop.run();
    }
}
