package pl.kurenda.camel.smpp;

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
import com.cloudhopper.smpp.pdu.QuerySm;
import com.cloudhopper.smpp.pdu.SubmitSm;
import com.cloudhopper.smpp.type.SmppProcessingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** An SMSC built on a different SMPP library, so that our library's mistakes cannot hide each other. */
@SuppressWarnings("rawtypes") // raw types as the library declares its handlers
public final class IndependentSmsc implements AutoCloseable {

    public final List<SubmitSm> submits = new CopyOnWriteArrayList<>();
    final AtomicInteger bindsAsked = new AtomicInteger();
    volatile int bindStatus;
    /** Whether a session ends as soon as it is bound. */
    public volatile boolean dropsAtOnce;
    /** When each session was bound, by {@link System#nanoTime()}. */
    public final List<Long> binds = new CopyOnWriteArrayList<>();

    public volatile Function<SubmitSm, PduResponse> answer = this::accept;

    volatile Function<QuerySm, PduResponse> state = QuerySm::createResponse;

    private final AtomicLong lastId = new AtomicLong(1_000_000);
    private final List<SmppServerSession> sessions = new CopyOnWriteArrayList<>();
    private final DefaultSmppServer server;
    private final int port;

    /** Listens on a free port. */
    public IndependentSmsc() throws Exception {
        this(freePort());
    }

    /** Listens on this port, to come back at the same address. */
    public IndependentSmsc(int wanted) throws Exception {
        SmppServerConfiguration configuration = new SmppServerConfiguration();
        configuration.setHost("127.0.0.1");
        configuration.setPort(wanted);
        configuration.setJmxEnabled(false);
        configuration.setDefaultWindowSize(100);
        server = new DefaultSmppServer(configuration, new Binds(), Executors.newCachedThreadPool());
        server.start();
        port = wanted;
    }

    /** Asks the operating system for a port, because the library cannot report which one it got. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Accepts the submit with a new id. */
    public PduResponse accept(SubmitSm submit) {
        var response = submit.createResponse();
        response.setMessageId(Long.toString(lastId.incrementAndGet()));
        return response;
    }

    long bound(SmppBindType type) {
        return sessions.stream()
                .filter(session -> session.getBindType() == type && session.isBound())
                .count();
    }

    /** Refuses the submit with this command_status. */
    public PduResponse refuse(SubmitSm submit, int status) {
        var response = submit.createResponse();
        response.setCommandStatus(status);
        return response;
    }

    /** Delivers over the receiver and returns the command_status of the response. */
    public int deliver(DeliverSm deliver) throws Exception {
        SmppServerSession receiver = sessions.stream()
                .filter(session -> session.getBindType() != SmppBindType.TRANSMITTER && session.isBound())
                .findFirst()
                .orElseThrow();
        var sent = receiver.sendRequestPdu(deliver, 5000, true);
        sent.await(5000);
        return sent.getResponse().getCommandStatus();
    }

    /** Accepts a submit that was left without a response. */
    public void answerLate(SubmitSm submit) throws Exception {
        for (SmppServerSession session : sessions) {
            if (session.getBindType() == SmppBindType.TRANSMITTER) {
                session.sendResponsePdu(accept(submit));
            }
        }
    }

    /** Cuts every connection without an unbind. */
    void cut() {
        sessions.forEach(SmppServerSession::close);
    }

    @Override
    public void close() {
        if (!server.isDestroyed()) {
            server.destroy();
        }
    }

    private final class Binds implements SmppServerHandler {

        @Override
        public void sessionBindRequested(Long id, SmppSessionConfiguration configuration, BaseBind bind)
                throws SmppProcessingException {
            bindsAsked.incrementAndGet();
            if (bindStatus != 0) {
                throw new SmppProcessingException(bindStatus);
            }
        }

        @Override
        public void sessionCreated(Long id, SmppServerSession session, BaseBindResp response) {
            sessions.add(session);
            binds.add(System.nanoTime());
            session.serverReady(new DefaultSmppSessionHandler() {
                @Override
                public PduResponse firePduRequestReceived(PduRequest request) {
                    if (request instanceof SubmitSm submit) {
                        submits.add(submit);
                        return answer.apply(submit);
                    }
                    if (request instanceof QuerySm query) {
                        return state.apply(query);
                    }
                    return request.createResponse();
                }
            });
            if (dropsAtOnce) {
                session.close();
            }
        }

        @Override
        public void sessionDestroyed(Long id, SmppServerSession session) {
            sessions.remove(session);
            session.destroy();
        }
    }
}
