package pl.kurenda.camel.smpp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;

/**
 * Connects to the SMSC, plain or by TLS. The factory of camel-smpp is not used because it neither sets TCP_NODELAY
 * (without it a small window reaches half its speed) nor checks that the certificate is for the host.
 *
 * @param tls how TLS is done; none: plain
 * @param timeout longest wait for the connection
 */
record SmppConnections(SmppTls tls, Duration timeout) implements ConnectionFactory {

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = tls == null ? SocketFactory.getDefault().createSocket() : tls.socket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
            if (socket instanceof SSLSocket secured) {
                tls.shakeHands(secured, timeout);
            }
            return new SmppSocket(socket);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }
}
