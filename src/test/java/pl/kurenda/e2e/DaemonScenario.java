package pl.kurenda.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;

/** One daemon, its database, its SMSC and the proxy on the way there, with what every failure test does with them. */
final class DaemonScenario implements AutoCloseable {
    static final int WINDOW = 10;

    /** By DESIGN never more than this many are in doubt after one crash of one node. */
    static final int BOUND = 2 * WINDOW;

    final String url;
    final DatabaseView books;
    final GeneratedFile export = new GeneratedFile();
    final CountingSmsc smsc;
    final SmppProxy proxy;
    final Daemon daemon;

    private int submitsBefore;
    private long unknownBefore;

    DaemonScenario(Path home, String url, String... settings) throws Exception {
        this.url = url;
        books = new DatabaseView(url);
        smsc = new CountingSmsc();
        proxy = new SmppProxy(smsc.port);
        daemon = new Daemon(home, Daemon.real(url, proxy.port, WINDOW, "e2e", settings));
    }

    /** Waits three minutes at most, for a busy machine. */
    static void until(String what, Callable<Boolean> reached) {
        await(what)
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofMinutes(3))
                .until(reached);
    }

    /** Lets time pass. */
    static void pause(Duration time) {
        await().pollDelay(time).atMost(time.plusMinutes(1)).until(() -> true);
    }

    /** Makes sure that the daemon runs, everything works, and remembers what has been counted so far. */
    void begin() throws Exception {
        if (!daemon.alive()) {
            restart();
        }
        submitsBefore = smsc.submits.get();
        unknownBefore = books.states().getOrDefault("UNKNOWN", 0L);
    }

    void restart() throws Exception {
        daemon.start(Daemon.QUICK);
    }

    /** Drops a file of new rows and waits until it is loaded. */
    void drop(int rows) throws Exception {
        drop(export.withHeader(rows));
    }

    void drop(byte[] file) throws Exception {
        long loaded = loaded();
        daemon.drop("waste", "x" + export.rows() + ".csv", file);
        until("loaded", () -> loaded() == loaded + 1);
    }

    private long loaded() {
        return books.number("select count(*) from batch where state = 'LOADED'");
    }

    /** Submits that the SMSC accepted since {@link #begin}. */
    int submitted() {
        return smsc.submits.get() - submitsBefore;
    }

    /** Waits until the window is full of submits that the SMSC does not answer, and as many stand behind them. */
    void windowFull() {
        until("the window is full", () -> smsc.unanswered() == WINDOW && books.inState("SUBMITTING") == 2 * WINDOW);
    }

    void settled() {
        until("nothing moves any more", books::settled);
    }

    /** Waits until all is final but so many of the youngest file, of which nobody knows. */
    void settled(long unknown) {
        until("settled", () -> books.settled() && books.inState("UNKNOWN") == unknown);
    }

    /** Lets everything work again, waits until all is settled, and holds the books against the count of the SMSC. */
    void end() {
        smsc.status = 0;
        smsc.answerAfterMillis = 0;
        smsc.receipts.held = false;
        smsc.speak();
        proxy.passAll();
        settled();
        Audit.of(books, smsc, export.rows()).check(export.rows(), unknownBefore + BOUND);
    }

    @Override
    public void close() throws IOException {
        daemon.close();
        proxy.close();
        smsc.close();
    }
}
