package pl.kurenda.e2e;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.SmppChannelException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An SMSC on another SMPP library than the product's, which counts what reaches it: the truth that the daemon's books
 * are held against. Writes ids in hexadecimal in submit_sm_resp and in decimal in receipts.
 */
@SuppressWarnings("rawtypes") // as the library declares its handlers
final class CountingSmsc implements AutoCloseable {
    /** How often each segment was accepted: destination, a space, its octets as text. */
    final Map<String, AtomicInteger> segments = new ConcurrentHashMap<>();

    /** Accepted. */
    final AtomicInteger submits = new AtomicInteger();

    /** When each refused submit came, by {@link System#nanoTime()}. */
    final Queue<Long> refusals = new ConcurrentLinkedQueue<>();

    /** The validity_period of each that was accepted. */
    final Queue<String> validities = new ConcurrentLinkedQueue<>();

    final SmscReceipts receipts;
    final int port;
    volatile long answerAfterMillis;

    /** The command_status of every answer; other than 0, nothing is accepted. */
    volatile int status;

    private final long firstId = System.nanoTime() & 0xffffffffffL;
    private final AtomicLong lastId = new AtomicLong(firstId);
    private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(50);
    private final DefaultSmppServer server;
    private final Queue<Runnable> withheld = new ConcurrentLinkedQueue<>();
    private boolean silent;
    private boolean silentOnSecond;

    CountingSmsc() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        receipts = new SmscReceipts(sessions, later);
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setJmxEnabled(false);
        configuration.setDefaultWindowSize(1000);
        server = new DefaultSmppServer(configuration, new Binds(), Executors.newCachedThreadPool());
        server.start();
    }

    /** From now on submits are taken and not answered. */
    synchronized void fallSilent() {
        silent = true;
    }

    /** From now on the second segments of texts are taken and not answered. */
    synchronized void fallSilentOnSecondSegments() {
        silentOnSecond = true;
    }

    /** Answers what has not been answered, and goes on as usual. */
    synchronized void speak() {
        silent = false;
        silentOnSecond = false;
        for (Runnable answer = withheld.poll(); answer != null; answer = withheld.poll()) {
            // not here: a session that waits to be let in cannot write
            later.execute(answer);
        }
    }

    /** Gives the same ids once more. */
    void beginIdsAnew() {
        lastId.set(firstId);
    }

    /** How many submits wait for their answer. */
    int unanswered() {
        return withheld.size();
    }

    /** All sessions end, and nobody is let in. */
    void stop() {
        server.stop();
    }

    void startAgain() throws SmppChannelException {
        server.start();
    }

    private synchronized PduResponse accept(SubmitSm submit, SmppServerSession session) {
        var response = submit.createResponse();
        if (status != 0) {
            refusals.add(System.nanoTime());
            response.setCommandStatus(status);
            return response;
        }
        String destination = submit.getDestAddress().getAddress();
        submits.incrementAndGet();
        validities.add(submit.getValidityPeriod());
        segments.computeIfAbsent(destination + " " + text(submit), key -> new AtomicInteger())
                .incrementAndGet();
        long id = lastId.incrementAndGet();
        response.setMessageId(Long.toHexString(id));
        receipts.after(20 + answerAfterMillis, submit, id);
        if (silent || silentOnSecond && text(submit).startsWith("2/")) {
            withheld.add(() -> send(session, response));
            return null;
        }
        if (answerAfterMillis == 0) {
            return response;
        }
        later.schedule(() -> send(session, response), answerAfterMillis, TimeUnit.MILLISECONDS);
        return null;
    }

    private static String text(SubmitSm submit) {
        byte[] octets = submit.getShortMessage();
        if (submit.getDataCoding() == 8) {
            return CharsetUtil.decode(octets, CharsetUtil.CHARSET_UCS_2);
        }
        int header = (submit.getEsmClass() & 0x40) == 0 ? 0 : octets[0] + 1;
        byte[] septets = java.util.Arrays.copyOfRange(octets, header, octets.length);
        return (header == 0 ? "" : octets[5] + "/" + octets[4] + " ")
                + CharsetUtil.decode(septets, CharsetUtil.CHARSET_GSM);
    }

    private static void send(SmppServerSession session, PduResponse response) {
        try {
            session.sendResponsePdu(response);
        } catch (Exception gone) {
            // the daemon was killed meanwhile: that is the test
        }
    }

    @Override
    public void close() {
        later.shutdownNow();
        server.destroy();
    }

    private final class Binds implements SmppServerHandler {
        @Override
        public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind bind) {
            // anybody may
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
            sessions.add(session);
            session.serverReady(new DefaultSmppSessionHandler() {
                @Override
                public PduResponse firePduRequestReceived(PduRequest request) {
                    return request instanceof SubmitSm submit ? accept(submit, session) : request.createResponse();
                }
            });
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            sessions.remove(session);
            session.destroy();
        }
    }
}
