package pl.kurenda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pl.kurenda.camel.IntakeLoop;

/** Files into reminders: without a database, and into MariaDB by the running daemon. Nothing is sent meanwhile. */
final class IntakeBench {
    private static final double NANOS = 1e9;

    private final Options options;
    private final int rows;
    private final List<String> missed = new ArrayList<>();
    private final Table table =
            new Table("intake", "way", "rows", "rows/s", "own us/row", "MariaDB us/row", "daemon peak MB");

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
        if (!missed.isEmpty()) {
            throw new IllegalStateException("intake is slower than it must be: " + String.join("; ", missed));
        }
    }

    /** Only where that is asked for: a machine that has other work to do is no fault of ours. */
    private void compare(String way, double rate, String floor) {
        if (Boolean.parseBoolean(options.text("floor")) && rate < options.number(floor)) {
            missed.add(String.format(Locale.ROOT, "%s, %.0f rows/s instead of %d", way, rate, options.number(floor)));
        }
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
            double rate = rows * NANOS / run.nanos();
            table.add("parse, validate, render", rows, rate, own, null, null);
            compare("parse, validate, render", rate, "floor-rows");
        }
    }

    private void intoDatabase(Rig rig) throws IOException, SQLException {
        Rig.Cpu before = rig.cpu();
        rig.drop(rows);
        rig.awaitLoaded();
        double[] each = rig.cpu().each(before, rows);
        double rate = rows / rig.loadingSeconds();
        table.add("daemon, into the database", rows, rate, each[0], each[1], Cost.peakMegabytes(rig.daemon.pid()));
        compare("daemon, into the database, with -Xmx" + options.text("heap"), rate, "floor-load");
    }
}
