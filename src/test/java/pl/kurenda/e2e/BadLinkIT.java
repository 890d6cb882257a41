package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.DatabaseFixture;

/** What a bad line and a bad SMSC do to a daemon that runs: nothing is lost, nothing goes twice, and it goes on afterwards. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadLinkIT {
    private static final int ROWS = 60;
    private static final int WINDOW = DaemonScenario.WINDOW;
    private static final Duration ENQUIRE_LINK = Duration.ofSeconds(2);
    private static final Duration RESPONSE_TIMEOUT = Duration.ofSeconds(3);
    private static final int UNKNOWN_SEQUENCE = 0x7ffffff0;
    private static final int THROTTLED = 0x58;

    private DaemonScenario scene;
    private DatabaseView books;
    private CountingSmsc smsc;
    private SmppProxy proxy;

    @BeforeAll
    void open(@TempDir Path home) throws Exception {
        scene = new DaemonScenario(
                home,
                DatabaseFixture.url(),
                "--kurenda.smsc.enquire-link=" + ENQUIRE_LINK.toSeconds() + "s",
                "--kurenda.smsc.response-timeout=" + RESPONSE_TIMEOUT.toSeconds() + "s");
        books = scene.books;
        smsc = scene.smsc;
        proxy = scene.proxy;
        scene.restart();
    }

    @AfterAll
    void close() throws Exception {
        scene.close();
    }

    @BeforeEach
    void everythingWorks() throws Exception {
        smsc.receipts.withReference = true;
        scene.begin();
        until("bound", () -> proxy.connections() == 2);
    }

    @AfterEach
    void everythingIsAccountedFor() {
        scene.end();
    }

    @Test
    void cutInTheMiddleOfASubmit() throws Exception {
        proxy.toSmsc = proxy.cutInside(SmppProxy.SUBMIT, 25);
        scene.drop(ROWS);
        until("bound again and sent", books::lastFileSent);
        assertThat(proxy.cuts.getAndSet(0)).isEqualTo(1);
        assertThat(books.inState("UNKNOWN")).as("the half one").isPositive();
    }

    @Test
    void cutInTheMiddleOfAResponse() throws Exception {
        proxy.toEsme = proxy.cutInside(SmppProxy.SUBMIT_RESP, 25);
        scene.drop(ROWS);
        until("bound again and sent", books::lastFileSent);
        assertThat(proxy.cuts.getAndSet(0)).isEqualTo(1);
        // the SMSC has all it was asked for, and its receipts say so
        scene.settled(ROWS - scene.submitted());
    }

    @Test
    void halfOpen() throws Exception {
        smsc.answerAfterMillis = 50;
        scene.drop(10 * WINDOW);
        until("sending", () -> scene.submitted() >= WINDOW);
        int ended = proxy.ended.get();
        long since = System.nanoTime();
        proxy.swallowAll();
        until("found out", () -> proxy.ended.get() >= ended + 2);
        assertThat(Duration.ofNanos(System.nanoTime() - since))
                .isLessThan(ENQUIRE_LINK.plus(RESPONSE_TIMEOUT).plusSeconds(3));
        proxy.passAll();
        until("goes on", books::lastFileSent);
    }

    /** Without the reference in the receipt, it is the late answer that tells whose it is. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void answersAfterTheTimeout(boolean withReference) throws Exception {
        smsc.receipts.withReference = withReference;
        smsc.receipts.held = true;
        smsc.answerAfterMillis = RESPONSE_TIMEOUT.plusSeconds(1).toMillis();
        scene.drop(WINDOW);
        until("given up", () -> books.inState("UNKNOWN") == WINDOW);
        DaemonScenario.pause(Duration.ofSeconds(2));
        assertThat(scene.submitted()).as("not sent again").isEqualTo(WINDOW);
        smsc.receipts.held = false;
        scene.settled(0);
        assertThat(books.statesOfLastFile()).as("settled by receipts").containsOnly(Map.entry("DELIVERED", (long)
                WINDOW));
    }

    @Test
    void answersThatNeverCome() throws Exception {
        smsc.receipts.withReference = false;
        proxy.toEsme = (pdu, way) -> {
            if (SmppProxy.command(pdu) != SmppProxy.SUBMIT_RESP) {
                way.send(pdu);
            }
        };
        scene.drop(WINDOW);
        scene.settled(WINDOW);
        assertThat(scene.submitted()).as("not sent again").isEqualTo(WINDOW);
        proxy.passAll();
        scene.drop(1);
        until("one is tried, and it goes on", books::lastFileSent);
    }

    @Test
    void anSmscThatStalls() throws Exception {
        long before = books.states().getOrDefault("UNKNOWN", 0L);
        smsc.receipts.held = true;
        proxy.toEsme = (pdu, way) -> {
            if (SmppProxy.command(pdu) != SmppProxy.SUBMIT_RESP) {
                way.send(pdu);
            }
        };
        scene.drop(20 * WINDOW);
        until("given up", () -> books.states().getOrDefault("UNKNOWN", 0L) >= before + WINDOW);
        DaemonScenario.pause(RESPONSE_TIMEOUT.multipliedBy(2));
        assertThat(scene.submitted()).as("and left alone").isLessThanOrEqualTo(2 * WINDOW);
        proxy.passAll();
        until("goes on", books::lastFileSent);
        assertThat(books.states().getOrDefault("UNKNOWN", 0L)).isLessThanOrEqualTo(before + 2 * WINDOW);
        assertThat(scene.submitted()).as("not sent again").isEqualTo(20 * WINDOW);
    }

    @Test
    void answersOutOfOrder() throws Exception {
        Deque<byte[]> kept = new ArrayDeque<>();
        proxy.toEsme = (pdu, way) -> {
            if (SmppProxy.command(pdu) != SmppProxy.SUBMIT_RESP) {
                way.send(pdu);
                return;
            }
            kept.push(pdu);
            for (int left = kept.size() == WINDOW / 2 ? kept.size() : 0; left > 0; left--) {
                way.send(kept.pop());
            }
        };
        scene.drop(ROWS);
        scene.settled(0);
        assertThat(scene.submitted()).isEqualTo(ROWS);
    }

    @Test
    void answersToNothing() throws Exception {
        AtomicInteger number = new AtomicInteger(UNKNOWN_SEQUENCE);
        proxy.toEsme = (pdu, way) -> {
            if (SmppProxy.command(pdu) == SmppProxy.SUBMIT_RESP) {
                way.send(SmppProxy.numbered(pdu, number.getAndIncrement()));
            }
            way.send(pdu);
        };
        scene.drop(15);
        scene.settled(0);
        assertThat(scene.submitted()).isEqualTo(15);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aCommandLengthThatCannotBe(int length) throws Exception {
        byte[] header = SmppProxy.header(length, SmppProxy.SUBMIT_RESP, UNKNOWN_SEQUENCE);
        disturb(header);
    }

    @Test
    void garbage() throws Exception {
        byte[] octets = new byte[500];
        new Random(3).nextBytes(octets);
        disturb(octets);
    }

    private void disturb(byte[] octets) throws Exception {
        smsc.answerAfterMillis = 20;
        scene.drop(ROWS);
        until("sending", () -> scene.submitted() >= WINDOW);
        proxy.sendToEsme(octets);
        until("goes on", books::lastFileSent);
    }

    @Test
    void theSmscStartsAgain() throws Exception {
        smsc.answerAfterMillis = 50;
        scene.drop(20 * WINDOW);
        until("sending", () -> scene.submitted() >= WINDOW);
        smsc.stop();
        until("noticed", () -> proxy.connections() == 0);
        smsc.startAgain();
        until("goes on", books::lastFileSent);
    }

    @Test
    void anSmscThatRefusesEverythingForAWhile() throws Exception {
        Duration throttled = Duration.ofSeconds(Integer.getInteger("e2e.throttled.seconds", 60));
        smsc.status = THROTTLED;
        smsc.refusals.clear();
        scene.drop(10 * WINDOW);
        DaemonScenario.pause(throttled);
        assertThat(smsc.refusals).as("it is still asked").hasSizeGreaterThan(WINDOW);
        assertThat(ArrivalRates.mostInASecond(smsc.refusals))
                .as("and not hammered")
                .isLessThanOrEqualTo(2 * WINDOW);
        assertThat(books.statesOfLastFile()).doesNotContainKeys("REJECTED", "UNKNOWN", "EXPIRED");
        smsc.status = 0;
        scene.settled(0);
        assertThat(books.statesOfLastFile()).containsOnly(Map.entry("DELIVERED", 10L * WINDOW));
    }
}
