package pl.kurenda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.util.FileSystemUtils;
import pl.kurenda.e2e.Daemon;

/** The daemon from its jar, or several that share the work, MariaDB and the SMSC, a process each, in a fresh folder. */
final class Rig implements AutoCloseable {
    /** So long nothing may happen before a run is given up. */
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Path home;
    final Smsc smsc;
    final Mariadb database;
    final Daemon daemon;
    private final List<Daemon> daemons = new ArrayList<>();
    private int debts = 1;
    private int files;

    Rig(Options options, int window, String... more) throws Exception {
        home = Files.createDirectories(
                Table.FOLDER.resolve("run-" + ProcessHandle.current().pid() + "-" + System.nanoTime()));
        smsc = new Smsc(options.number("receipt-window"));
        smsc.tell("latency " + options.number("latency"));
        smsc.tell("receipt-delay " + options.number("receipt-delay"));
        database = Mariadb.start(home.resolve("db"), options.list("db-options", " "));
        List<String> jvm = new ArrayList<>(List.of("-Xmx" + options.text("heap")));
        jvm.addAll(options.list("jvm", " "));
        for (int node = 1; node <= options.number("nodes"); node++) {
            Daemon next = new Daemon(home, settings(options, window, node, more), "daemon" + node + ".log");
            daemons.add(next);
            // A bench that is interrupted leaves no process behind; the SMSC ends with its standard input.
            Runtime.getRuntime().addShutdownHook(new Thread(next::close));
            next.start(jvm.toArray(String[]::new));
        }
        daemon = daemons.get(0);
    }

    private List<String> settings(Options options, int window, int node, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--kurenda.smsc.host=127.0.0.1",
                "--kurenda.smsc.port=" + smsc.port,
                "--kurenda.smsc.system-id=kurenda",
                "--kurenda.smsc.password=secret",
                "--kurenda.smsc.window=" + window,
                "--kurenda.sources.waste.send-window=always",
                "--kurenda.node=bench" + node));
        settings.addAll(List.of(more));
        settings.addAll(options.list("settings", " "));
        return settings;
    }

    /**
     * Drops a file of so many debts that were not there before.
     *
     * @return when, as of System.nanoTime()
     */
    long drop(int rows) throws IOException {
        Path in = daemon.folder("waste", "in");
        String name = "bench-" + debts + ".csv";
        Export.write(in.resolve(name + ".part"), rows, debts);
        debts += rows;
        files++;
        smsc.tell("reset " + rows);
        long now = System.nanoTime();
        Files.move(in.resolve(name + ".part"), in.resolve(name));
        return now;
    }

    /** CPU time of the daemons, the database and the SMSC so far. */
    Cpu cpu() throws IOException {
        long own = 0;
        for (Daemon each : daemons) {
            own += Cost.cpuMicros(each.pid());
        }
        return new Cpu(System.nanoTime(), own, Cost.cpuMicros(database.pid), Cost.cpuMicros(smsc.pid()));
    }

    /** Waits until a figure is reached; whatever it is, it must keep growing. */
    void await(String what, long goal, int pauseMillis, Figure figure) throws IOException, SQLException {
        long best = Long.MIN_VALUE;
        long since = System.nanoTime();
        while (best < goal) {
            long now = figure.read();
            if (now > best) {
                best = now;
                since = System.nanoTime();
            } else if (System.nanoTime() - since > PATIENCE_NANOS) {
                throw new IllegalStateException("only " + best + " of " + goal + " " + what);
            }
            if (best < goal) {
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pauseMillis));
            }
        }
    }

    void awaitReceipts(long count) throws IOException, SQLException {
        await("receipts acknowledged", count, 50, () -> smsc.seen().acknowledged());
        await(
                "receipts matched",
                0,
                50,
                () -> -database.number("select count(*) from receipt_inbox where state = 'NEW'"));
    }

    /** Waits until the rows of every file are committed. */
    void awaitLoaded() throws IOException, SQLException {
        await("files loaded", files, 50, () -> database.number("select count(*) from batch where state = 'LOADED'"));
    }

    /** How long the latest file was LOADING. */
    double loadingSeconds() throws SQLException {
        String query = "select timestampdiff(microsecond, received_at, loaded_at) from batch order by id desc limit 1";
        return database.number(query) / 1e6;
    }

    /** Waits until so many submits came since the last drop, and no reminder is on its way to the SMSC any more. */
    void awaitRecorded(long submits) throws IOException, SQLException {
        await("submits", submits, 20, () -> smsc.seen().submits());
        await(
                "reminders recorded",
                0,
                20,
                () -> -database.number(
                        "select count(*) from reminder where state in ('QUEUED', 'CLAIMED', 'SUBMITTING')"));
    }

    /** Every reminder of the database must be in that state, and the SMSC must have got so many submits. */
    void verify(String state, long submits) throws IOException, SQLException {
        long others = database.number("select count(*) from reminder where state <> '" + state + "'");
        long seen = smsc.seen().submits();
        if (others != 0 || seen != submits) {
            throw new IllegalStateException(
                    others + " reminders are not " + state + ", the SMSC got " + seen + " of " + submits);
        }
    }

    @Override
    public void close() throws SQLException, IOException {
        daemons.forEach(Daemon::close);
        database.close();
        smsc.close();
        FileSystemUtils.deleteRecursively(home.resolve("db"));
    }

    interface Figure {
        long read() throws IOException, SQLException;
    }

    /** CPU time in µs at a moment. */
    record Cpu(long nanos, long daemon, long database, long smsc) {
        /** µs for each of so many messages since then: daemon, database, SMSC. */
        double[] each(Cpu before, long messages) {
            return new double[] {
                (daemon - before.daemon) / (double) messages,
                (database - before.database) / (double) messages,
                (smsc - before.smsc) / (double) messages
            };
        }
    }
}
