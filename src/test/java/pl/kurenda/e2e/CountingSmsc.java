package pl.kurenda.e2e;

import com.cloudhopper.commons.charset.CharsetUtil;
import com.cloudhopper.smpp.SmppBindType;
import com.cloudhopper.smpp.SmppServerConfiguration;
import com.cloudhopper.smpp.SmppServerHandler;
import com.cloudhopper.smpp.SmppServerSession;
import com.cloudhopper.smpp.SmppSessionConfiguration;
import com.cloudhopper.smpp.impl.DefaultSmppServer;
import com.cloudhopper.smpp.impl.DefaultSmppSessionHandler;
import com.cloudhopper.smpp.pdu.BaseBind;
import com.cloudhopper.smpp.pdu.BaseBindResp;
import com.cloudhopper.smpp.pdu.DeliverSm;
import com.cloudhopper.smpp.pdu.PduRequest;
import com.cloudhopper.smpp.pdu.PduResponse;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.Address;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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
    /** How often each segment came: destination, a space, its octets as text. */
    final Map<String, AtomicInteger> segments = new ConcurrentHashMap<>();

    final AtomicInteger submits = new AtomicInteger();
    final int port;
    volatile long answerAfterMillis;

    private final AtomicLong lastId = new AtomicLong(System.nanoTime() & 0xffffffffffL);
    private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService later = Executors.newScheduledThreadPool(50);
    private final DefaultSmppServer server;

    CountingSmsc() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(port);
        configuration.setJmxEnabled(false);
        configuration.setDefaultWindowSize(1000);
        server = new DefaultSmppServer(configuration, new Binds(), Executors.newCachedThreadPool());
        server.start();
    }

    private PduResponse accept(SubmitSm submit, SmppServerSession session) {
        String destination = submit.getDestAddress().getAddress();
        submits.incrementAndGet();
        segments.computeIfAbsent(destination + " " + text(submit), key -> new AtomicInteger())
                .incrementAndGet();
        long id = lastId.incrementAndGet();
        var response = submit.createResponse();
        response.setMessageId(Long.toHexString(id));
        later.schedule(() -> receipt(submit, id), 20 + answerAfterMillis, TimeUnit.MILLISECONDS);
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

    private void receipt(SubmitSm submit, long id) {
        try {
            DeliverSm deliver = new DeliverSm();
            deliver.setEsmClass((byte) 4);
            deliver.setSourceAddress(
                    new Address((byte) 1, (byte) 1, submit.getDestAddress().getAddress()));
            deliver.setDestAddress(submit.getSourceAddress());
            deliver.setShortMessage(("id:" + id + " sub:001 dlvrd:001 submit date:2611241000 done date:2611241001 "
                            + "stat:DELIVRD err:000 text:")
                    .getBytes(StandardCharsets.US_ASCII));
            var sent = receiver().sendRequestPdu(deliver, 10_000, true);
            if (!sent.await(10_000) || !sent.isSuccess() || sent.getResponse().getCommandStatus() != 0) {
                receiptLater(submit, id);
            }
        } catch (Exception nobodyThere) {
            receiptLater(submit, id);
        }
    }

    /** As an SMSC does whose receipt has not been acknowledged. */
    private void receiptLater(SubmitSm submit, long id) {
        if (!later.isShutdown()) {
            later.schedule(() -> receipt(submit, id), 500, TimeUnit.MILLISECONDS);
        }
    }

    private SmppServerSession receiver() {
        return sessions.stream()
                .filter(s -> s.getBindType() != SmppBindType.TRANSMITTER && s.isBound())
                .findFirst()
                .orElseThrow();
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
