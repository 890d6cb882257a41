package pl.kurenda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import pl.kurenda.camel.IntakeLoop;

/** Files into reminders: without a database, and into MariaDB by the running daemon. Nothing is sent meanwhile. */
final class IntakeBench {
    private static final double NANOS = 1e9;

    private final Options options;
    private final int rows;
    private final Table table = new Table("intake", "way", "rows", "rows/s", "own us/row", "MariaDB us/row");

    IntakeBench(Options options) {
        this.options = options;
        this.rows = options.number("rows");
    }

    void run() throws Exception {
        System.out.println(
                "intake: each way begins with an uncounted warm-up of " + options.number("warm-up") + " rows");
        withoutDatabase();
        try (Rig rig = new Rig(options, options.number("window"))) {
            rig.smsc.tell("close");
            rig.drop(options.number("warm-up"));
            rig.awaitLoaded();
            intoDatabase(rig);
        }
        table.print();
    }

    private void withoutDatabase() throws IOException, InterruptedException {
        Path home = Files.createDirectories(Table.FOLDER).toAbsolutePath().resolve("intake-" + System.nanoTime());
        long self = ProcessHandle.current().pid();
        try (IntakeLoop loop = new IntakeLoop(home)) {
            Export.drop(loop.in(), "warm-up.csv", options.number("warm-up"), 1);
            loop.next();
            Export.drop(loop.in(), "bench.csv", rows, options.number("warm-up") + 1);
            long before = Cost.cpuMicros(self);
            IntakeLoop.Run run = loop.next();
            double own = (Cost.cpuMicros(self) - before) / (double) rows;
            if (run.reminders() != rows) {
                throw new IllegalStateException(run + " of " + rows + " rows");
            }
            table.add("parse, validate, render", rows, rows * NANOS / run.nanos(), own, null);
        }
    }

    private void intoDatabase(Rig rig) throws IOException, SQLException {
        Rig.Cpu before = rig.cpu();
        rig.drop(rows);
        rig.awaitLoaded();
        double[] each = rig.cpu().each(before, rows);
        table.add("daemon, into the database", rows, rows / rig.loadingSeconds(), each[0], each[1]);
    }
}
