package pl.kurenda.camel.smpp;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.session.connection.socket.SocketConnection;

/**
 * A connection that reports its end a moment late. jSMPP hands each PDU to another thread and closes the session as
 * soon as it reads the end of the stream. A closed session throws PDUs away, so the last responses before a lost
 * connection would be lost. So would the reason that an SMSC gives when it refuses a bind and then closes the
 * connection.
 */
final class SmppSocket extends SocketConnection {

    private static final Duration GRACE = Duration.ofMillis(300);

    private final InputStream input;

    SmppSocket(Socket socket) throws IOException {
        super(socket);
        this.input = new LateEnd(super.getInputStream());
    }

    @Override
    public InputStream getInputStream() {
        return input;
    }

    private static final class LateEnd extends FilterInputStream {

        LateEnd(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            try {
                return ended(super.read());
            } catch (SocketTimeoutException idle) {
                throw idle;
            } catch (IOException cut) {
                ended(-1);
                throw cut;
            }
        }

        @Override
        public int read(byte[] octets, int offset, int length) throws IOException {
            try {
                return ended(super.read(octets, offset, length));
            } catch (SocketTimeoutException idle) {
                throw idle;
            } catch (IOException cut) {
                ended(-1);
                throw cut;
            }
        }

        private static int ended(int result) {
            if (result < 0) {
                LockSupport.parkNanos(GRACE.toNanos());
            }
            return result;
        }
    }
}
