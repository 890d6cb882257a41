package pl.kurenda.bench;

/** How near an account's rate is kept at the SMSC, by all daemons together. */
final class RateBench {
    private static final double NANOS = 1e9;

    private final Options options;

    RateBench(Options options) {
        this.options = options;
    }

    void run() throws Exception {
        int nodes = options.number("nodes");
        Table table = new Table(
                "rate kept, nodes " + nodes + ", window " + options.number("window"),
                "rate",
                "seconds",
                "sent/s",
                "in the middle",
                "of the rate",
                "least in a second",
                "most in a second");
        for (int rate : options.numbers("rates")) {
            try (Rig rig = new Rig(options, options.number("window"), "--kurenda.smsc.rate=" + rate)) {
                measure(rig, rate, table);
            }
        }
        table.print();
    }

    private void measure(Rig rig, int rate, Table table) throws Exception {
        int warmUp = Math.max(rate, 200);
        rig.drop(warmUp);
        rig.awaitRecorded(warmUp);
        int rows = rate * options.number("seconds");
        rig.smsc.tell("seconds " + rows);
        rig.drop(rows);
        rig.awaitRecorded(rows);
        Smsc.Seen seen = rig.smsc.seen();
        double seconds = (seen.lastSubmit() - seen.firstSubmit()) / NANOS;
        long[] second = rig.smsc.leastMostAndMean();
        double middle = second[2] / 1000.0;
        table.add(rate, seconds, (rows - 1) / seconds, middle, middle / rate, second[0], second[1]);
    }
}
