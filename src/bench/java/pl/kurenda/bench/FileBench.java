package pl.kurenda.bench;

import java.io.IOException;
import java.sql.SQLException;

/** A file from its drop to its last receipt, through the running daemon; everything durable. */
final class FileBench {
    private static final int PARTS = 10;
    private static final double NANOS = 1e9;
    private static final int BARE_MESSAGES = 20_000;
    private static final int BARE_SECONDS = 3;

    private final Options options;
    private final int rows;
    private final long[] daemonMemory = new long[PARTS];
    private final long[] databaseMemory = new long[PARTS];

    FileBench(Options options) {
        this.options = options;
        this.rows = options.number("rows");
    }

    void run() throws Exception {
        try (Rig rig = new Rig(options, options.number("window"))) {
            System.out.println("file: MariaDB " + rig.database.version + ", uncounted warm-up of "
                    + options.number("warm-up") + " rows");
            rig.smsc.tell("receipts on");
            if (options.number("warm-up") > 0) {
                rig.drop(options.number("warm-up"));
                rig.awaitReceipts(options.number("warm-up"));
            }
            double bare = bare(rig);
            rig.smsc.tell("receipts on");
            measure(rig);
            compare(rig, bare);
        }
    }

    /** What jSMPP alone reaches on the same SMSC, in messages/s; its first run is not counted. */
    private double bare(Rig rig) throws Exception {
        int latency = options.number("latency");
        int window = options.number("window");
        int count = latency == 0 ? BARE_MESSAGES : Math.min(BARE_MESSAGES, window * BARE_SECONDS * 1000 / latency);
        rig.smsc.tell("receipts off");
        try (BareLoop loop = new BareLoop(rig.smsc.port, true)) {
            Senders.send(window, count, loop.sender());
            rig.smsc.tell("reset " + count);
            Senders.send(window, count, loop.sender());
        }
        return rate(rig.smsc.seen(), count);
    }

    private static double rate(Smsc.Seen seen, int count) {
        return count * NANOS / (seen.lastAnswer() - seen.firstSubmit());
    }

    private void compare(Rig rig, double bare) throws IOException {
        int latency = options.number("latency");
        double rate = rate(rig.smsc.seen(), rows);
        Table table = new Table(
                "file to SMSC, sending compared",
                "messages/s",
                "of window/latency",
                "bare jSMPP + TCP_NODELAY/s",
                "of bare jSMPP",
                "receipts refused and sent again",
                "daemon peak MB");
        table.add(
                rate,
                latency == 0 ? null : rate * latency / 1000 / options.number("window") / options.number("nodes"),
                bare,
                rate / bare,
                rig.smsc.seen().refused(),
                Cost.peakMegabytes(rig.daemon.pid()));
        table.print();
    }

    private void measure(Rig rig) throws IOException, SQLException {
        Rig.Cpu start = rig.cpu();
        long dropped = rig.drop(rows);
        rig.await("first submit", 1, 5, () -> rig.smsc.seen().submits());
        Rig.Cpu loaded = rig.cpu();
        rig.await("submits", rows, 20, () -> watch(rig));
        Rig.Cpu sent = rig.cpu();
        rig.awaitReceipts(rows);
        Rig.Cpu matched = rig.cpu();
        rig.verify("DELIVERED", rows);
        Smsc.Seen seen = rig.smsc.seen();
        report(rig, dropped, seen, start, loaded, sent, matched);
        tenths(seen);
    }

    private long watch(Rig rig) throws IOException {
        long submits = rig.smsc.seen().submits();
        int part = (int) (submits * PARTS / rows);
        for (int i = part - 1; i >= 0 && i < PARTS && daemonMemory[i] == 0; i--) {
            daemonMemory[i] = Cost.residentMegabytes(rig.daemon.pid());
            databaseMemory[i] = Cost.residentMegabytes(rig.database.pid);
        }
        return submits;
    }

    private void report(Rig rig, long dropped, Smsc.Seen seen, Rig.Cpu start, Rig.Cpu loaded, Rig.Cpu sent, Rig.Cpu end)
            throws IOException, SQLException {
        Table table = new Table(
                "file to SMSC, nodes " + options.number("nodes") + ", window " + options.number("window") + ", latency "
                        + options.number("latency") + " ms",
                "part",
                "seconds",
                "rows/s",
                "daemon us/row",
                "MariaDB us/row",
                "SMSC us/row");
        line(table, "load (LOADING to LOADED)", rig.loadingSeconds(), null);
        line(table, "drop to first submit", (seen.firstSubmit() - dropped) / NANOS, loaded.each(start, rows));
        line(table, "send", (seen.lastAnswer() - seen.firstSubmit()) / NANOS, sent.each(loaded, rows));
        line(table, "drop to last submit", (seen.lastSubmit() - dropped) / NANOS, sent.each(start, rows));
        line(table, "receipts acknowledged", (seen.lastAcknowledged() - seen.firstAcknowledged()) / NANOS, null);
        line(table, "last submit to last match", (end.nanos() - seen.lastSubmit()) / NANOS, end.each(sent, rows));
        line(table, "drop to last match", (end.nanos() - dropped) / NANOS, end.each(start, rows));
        table.print();
    }

    private void line(Table table, String part, double seconds, double[] cpu) {
        table.add(
                part,
                seconds,
                rows / seconds,
                cpu == null ? null : cpu[0],
                cpu == null ? null : cpu[1],
                cpu == null ? null : cpu[2]);
    }

    private void tenths(Smsc.Seen seen) throws IOException {
        Table table =
                new Table("file to SMSC, by tenths", "tenth", "submits/s", "receipts/s", "daemon MB", "MariaDB MB");
        long submitted = seen.firstSubmit();
        long receipted = seen.firstAcknowledged();
        for (int i = 0; i < PARTS; i++) {
            table.add(
                    i + 1,
                    rows / PARTS * NANOS / (seen.submitParts()[i] - submitted),
                    rows / PARTS * NANOS / (seen.receiptParts()[i] - receipted),
                    daemonMemory[i],
                    databaseMemory[i]);
            submitted = seen.submitParts()[i];
            receipted = seen.receiptParts()[i];
        }
        table.print();
    }
}
