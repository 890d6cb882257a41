package pl.kurenda.bench;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jsmpp.DefaultPDUReader;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.socket.SocketConnection;

/** jSMPP alone, as the yardstick: {@code SMPPSession.submitShortMessage} and nothing around it. */
final class BareLoop implements AutoCloseable {
    private static final byte[] TEXT = "A".getBytes(StandardCharsets.US_ASCII);

    private final SMPPSession session;

    /** @param noDelay whether TCP_NODELAY is set, which jSMPP itself never does */
    BareLoop(int port, boolean noDelay) throws IOException {
        session = new SMPPSession(
                new SynchronizedPDUSender(new DefaultPDUSender()), new DefaultPDUReader(), (host, at) -> {
                    Socket socket = new Socket(host, at);
                    socket.setTcpNoDelay(noDelay);
                    return new SocketConnection(socket);
                });
        session.connectAndBind(
                "127.0.0.1",
                port,
                new BindParameter(
                        BindType.BIND_TX,
                        "bare",
                        "secret",
                        "",
                        TypeOfNumber.UNKNOWN,
                        NumberingPlanIndicator.UNKNOWN,
                        null));
        session.setTransactionTimer(TimeUnit.SECONDS.toMillis(30));
    }

    /** Sends the message of that number and waits for its answer; thread-safe. */
    IntConsumer sender() {
        return number -> {
            try {
                session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "UM Gdansk",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        "48501" + (100_000 + number % 900_000),
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(0),
                        (byte) 0,
                        new GeneralDataCoding(),
                        (byte) 0,
                        TEXT);
            } catch (PDUException
                    | ResponseTimeoutException
                    | InvalidResponseException
                    | NegativeResponseException
                    | IOException e) {
                throw new IllegalStateException(e);
            }
        };
    }

    @Override
    public void close() {
        session.unbindAndClose();
    }
}
