package pl.kurenda.bench;

import java.io.IOException;
import java.sql.SQLException;

/** Receipts alone: all reminders are ENROUTE before the SMSC sends the first one, as fast as they are acknowledged. */
final class ReceiptBench {
    private static final double NANOS = 1e9;

    private final Options options;
    private final int rows;

    ReceiptBench(Options options) {
        this.options = options;
        this.rows = options.number("rows");
    }

    void run() throws Exception {
        try (Rig rig = new Rig(options, options.number("window"))) {
            System.out.println("receipts: uncounted warm-up of " + options.number("warm-up") + " rows");
            rig.smsc.tell("receipts on");
            rig.drop(options.number("warm-up"));
            rig.awaitReceipts(options.number("warm-up"));
            rig.smsc.tell("receipts hold");
            rig.drop(rows);
            rig.await("submits", rows, 100, () -> rig.smsc.seen().submits());
            rig.awaitRecorded(rows);
            measure(rig);
        }
    }

    private void measure(Rig rig) throws IOException, SQLException {
        Rig.Cpu before = rig.cpu();
        rig.smsc.tell("receipts on");
        rig.awaitReceipts(rows);
        Rig.Cpu after = rig.cpu();
        rig.verify("DELIVERED", rows);
        Smsc.Seen seen = rig.smsc.seen();
        double[] each = after.each(before, rows);
        Table table = new Table(
                "receipts",
                "receipts",
                "SMSC window",
                "stored and acknowledged/s",
                "matched/s",
                "last match after last acknowledgement s",
                "daemon us/receipt",
                "MariaDB us/receipt",
                "SMSC us/receipt",
                "refused");
        table.add(
                rows,
                options.number("receipt-window"),
                rows * NANOS / (seen.lastAcknowledged() - before.nanos()),
                rows * NANOS / (after.nanos() - before.nanos()),
                (after.nanos() - seen.lastAcknowledged()) / NANOS,
                each[0],
                each[1],
                each[2],
                seen.refused());
        table.print();
    }
}
