package pl.kurenda.bench;

import java.util.function.IntConsumer;
import pl.kurenda.camel.RouteLoop;

/**
 * Sending: the shipped route {@code dispatch} alone, and the whole daemon with its database, beside a bare jSMPP loop on
 * the same SMSC. No receipts.
 */
final class DispatchBench {
    private static final int MOST_A_SECOND = 5000;
    private static final double NANOS = 1e9;

    private final Options options;
    private final Table table = new Table(
            "sending",
            "window",
            "latency ms",
            "way",
            "messages",
            "messages/s",
            "of window/latency",
            "of bare jSMPP",
            "sender us/message",
            "MariaDB us/message",
            "SMSC us/message",
            "most in flight");
    private double bare;

    DispatchBench(Options options) {
        this.options = options;
    }

    void run() throws Exception {
        System.out.println("sending: each way begins with an uncounted warm-up of " + options.number("warm-up"));
        for (int window : options.numbers("windows")) {
            try (Rig rig = new Rig(options, window)) {
                rig.smsc.tell("receipts off");
                warmUp(rig, window);
                for (int latency : options.numbers("latencies")) {
                    compare(rig, window, latency);
                }
            }
        }
        table.print();
    }

    private void warmUp(Rig rig, int window) throws Exception {
        int count = options.number("warm-up");
        rig.smsc.tell("latency 0");
        for (boolean noDelay : new boolean[] {false, true}) {
            try (BareLoop loop = new BareLoop(rig.smsc.port, noDelay)) {
                Senders.send(window, count, loop.sender());
            }
        }
        try (RouteLoop loop = new RouteLoop(rig.smsc.port, window)) {
            Senders.send(window, count, loop.sender());
        }
        rig.drop(count);
        rig.awaitRecorded(1);
    }

    private void compare(Rig rig, int window, int latency) throws Exception {
        int bound = latency == 0 ? MOST_A_SECOND : Math.min(MOST_A_SECOND, window * 1000 / latency);
        int count = bound * options.number("seconds");
        rig.smsc.tell("latency " + latency);
        bare = 0;
        try (BareLoop loop = new BareLoop(rig.smsc.port, false)) {
            bare = inProcess(rig, window, latency, "bare jSMPP", count, loop.sender());
        }
        try (BareLoop loop = new BareLoop(rig.smsc.port, true)) {
            inProcess(rig, window, latency, "bare jSMPP + TCP_NODELAY", count, loop.sender());
        }
        try (RouteLoop loop = new RouteLoop(rig.smsc.port, window)) {
            inProcess(rig, window, latency, "route dispatch", count, loop.sender());
        }
        daemon(rig, window, latency, count);
    }

    private double inProcess(Rig rig, int window, int latency, String way, int count, IntConsumer sender)
            throws Exception {
        long self = ProcessHandle.current().pid();
        rig.smsc.tell("reset " + count);
        Rig.Cpu before = rig.cpu();
        long mine = Cost.cpuMicros(self);
        Senders.send(window, count, sender);
        double[] each = rig.cpu().each(before, count);
        double own = (Cost.cpuMicros(self) - mine) / (double) count;
        return line(rig, window, latency, way, count, new Double[] {own, null, each[2]});
    }

    /** Everything is in the database before the SMSC opens, so that nothing but sending is measured. */
    private void daemon(Rig rig, int window, int latency, int count) throws Exception {
        rig.smsc.tell("close");
        rig.drop(count);
        rig.awaitLoaded();
        rig.smsc.tell("open");
        rig.await("first submit", 1, 2, () -> rig.smsc.seen().submits());
        Rig.Cpu before = rig.cpu();
        rig.awaitRecorded(count);
        double[] each = rig.cpu().each(before, count);
        rig.verify("ENROUTE", count);
        line(rig, window, latency, "daemon, recorded in MariaDB", count, new Double[] {each[0], each[1], each[2]});
    }

    private double line(Rig rig, int window, int latency, String way, int count, Double... cpu) throws Exception {
        Smsc.Seen seen = rig.smsc.seen();
        double rate = count * NANOS / (seen.lastAnswer() - seen.firstSubmit());
        table.add(
                window,
                latency,
                way,
                count,
                rate,
                latency == 0 ? null : rate / (window * 1000.0 / latency),
                bare == 0 ? 1.0 : rate / bare,
                cpu[0],
                cpu[1],
                cpu[2],
                latency == 0 ? null : seen.inFlight());
        System.out.println("  window " + window + ", " + latency + " ms, " + way + ": " + Math.round(rate) + "/s");
        return rate;
    }
}
