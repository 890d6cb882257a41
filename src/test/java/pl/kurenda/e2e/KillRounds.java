package pl.kurenda.e2e;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;

/** Rounds of kill -9 at random moments over two daemons that share the work of a database and a home. */
final class KillRounds implements AutoCloseable {
    static final String HEADING = "round  kills      rows  submitted  twice  lost  unrecorded  unbalanced  in doubt"
            + "  unknown  bound  seconds";

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Plan plan;
    private final Random random;
    private final DatabaseView books;
    private final CountingSmsc smsc = new CountingSmsc();
    private final GeneratedFile export = new GeneratedFile();
    private final List<Node> nodes;
    private int kills;
    private int files;
    private long inDoubt;

    KillRounds(Path home, String url, Plan plan) throws Exception {
        this.plan = plan;
        this.random = new Random(plan.seed());
        this.books = new DatabaseView(url);
        this.nodes = List.of(node(home, url, "north"), node(home, url, "south"));
        for (Node node : nodes) {
            node.daemon().launch(Daemon.QUICK);
        }
        for (Node node : nodes) {
            node.daemon().awaitHealthy();
        }
    }

    private Node node(Path home, String url, String name) {
        List<String> settings = Daemon.real(url, smsc.port, DaemonScenario.WINDOW, name);
        return new Node(name, new Daemon(home, settings, name + ".log"));
    }

    /** Drops files, kills while they are loaded and sent, lets the rest drain, and counts everything since the first round. */
    Round run(int number) throws Exception {
        long began = System.nanoTime();
        smsc.answerAfterMillis = plan.latency();
        smsc.receipts.withReference = random.nextBoolean();
        drop(plan.rows());
        for (int kill = 0; kill < plan.kills(); kill++) {
            pause();
            kill(nodes.get(random.nextInt(nodes.size())));
            if (random.nextInt(8) == 0 && kill + 1 < plan.kills()) {
                kill++;
                nodes.stream().filter(n -> n.daemon().alive()).forEach(this::kill);
            }
            restart();
        }
        smsc.answerAfterMillis = 0;
        for (Node node : nodes) {
            node.daemon().awaitHealthy();
        }
        Awaitility.await("round " + number + " drains")
                .pollInterval(Duration.ofMillis(500))
                .atMost(LONGEST)
                .until(this::drained);
        return new Round(
                number,
                kills,
                inDoubt,
                Audit.of(books, smsc, export.rows()),
                Duration.ofNanos(System.nanoTime() - began));
    }

    private boolean drained() {
        return books.number("select count(*) from batch where state = 'LOADED'") == files && books.settled();
    }

    private void drop(int rows) throws Exception {
        Daemon any = nodes.get(0).daemon();
        int part = Math.max(1, rows / 4);
        any.drop("waste", "w" + ++files + ".csv", export.withHeader(part));
        any.drop("tax", "t" + ++files + ".csv", export.withHeader(part));
        any.drop("water", "v" + ++files + ".csv", export.withoutHeader(part));
        any.drop("waste", "w" + ++files + ".csv", export.withHeader(part));
    }

    /** Mostly until all run and some time more; now and then right into the start of a daemon or the loading of a file. */
    private void pause() throws Exception {
        if (random.nextInt(3) > 0) {
            for (Node node : nodes) {
                node.daemon().awaitHealthy();
            }
        }
        // what waited for a slow start may have been sent meanwhile: nobody is killed at rest
        if (books.settled()) {
            drop(plan.rows() / 2);
        }
        DaemonScenario.pause(Duration.ofMillis(random.nextInt(2000)));
    }

    private void kill(Node node) {
        try {
            node.daemon().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kills++;
        inDoubt += books.number("select count(*) from reminder r join node n on n.fence = r.fence"
                + " where r.state = 'SUBMITTING' and n.name = '" + node.name() + "'");
    }

    private void restart() throws Exception {
        for (Node node : nodes) {
            if (!node.daemon().alive()) {
                node.daemon().launch(Daemon.QUICK);
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.daemon().close());
        smsc.close();
    }

    /**
     * What to do.
     *
     * @param rounds how many rounds
     * @param kills in each
     * @param rows of each; half as many more whenever they are sent before the last kill
     * @param latency of the SMSC in milliseconds, so that the rows last
     * @param seed of everything random
     */
    record Plan(int rounds, int kills, int rows, int latency, long seed) {}

    private record Node(String name, Daemon daemon) {}

    /**
     * How a round ended; all figures since the first round.
     *
     * @param inDoubt what was SUBMITTING at the moment of death
     */
    record Round(int number, int kills, long inDoubt, Audit audit, Duration time) {
        /** Bound of what may be unknown. */
        long bound() {
            return (long) kills * DaemonScenario.BOUND;
        }

        boolean clean() {
            return audit.twice() + audit.lost() + audit.unrecorded() + audit.unbalanced() == 0
                    && audit.unknown() <= bound();
        }

        @Override
        public String toString() {
            return "%5d %6d %9d %10d %6d %5d %11d %11d %9d %8d %6d %8d"
                    .formatted(
                            number,
                            kills,
                            audit.rows(),
                            audit.submitted(),
                            audit.twice(),
                            audit.lost(),
                            audit.unrecorded(),
                            audit.unbalanced(),
                            inDoubt,
                            audit.unknown(),
                            bound(),
                            time.toSeconds());
        }
    }
}
