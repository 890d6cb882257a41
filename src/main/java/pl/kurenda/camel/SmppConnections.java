package pl.kurenda.camel;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jsmpp.session.connection.Connection;
import org.jsmpp.session.connection.ConnectionFactory;

/**
 * Connects to the SMSC, plain or by TLS. Done here because the factory of camel-smpp neither sets TCP_NODELAY (without it a small
 * window reaches half its speed) nor checks that the certificate is that of the host.
 *
 * @param tls whether to use TLS, with the trust store of the JVM
 * @param timeout longest wait for the connection
 */
record SmppConnections(boolean tls, Duration timeout) implements ConnectionFactory {

    @Override
    public Connection createConnection(String host, int port) throws IOException {
        Socket socket = (tls ? SSLSocketFactory.getDefault() : SocketFactory.getDefault()).createSocket();
        try {
            socket.setTcpNoDelay(true);
            socket.connect(new InetSocketAddress(host, port), (int) timeout.toMillis());
            if (socket instanceof SSLSocket secured) {
                SSLParameters parameters = secured.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                secured.setSSLParameters(parameters);
                secured.setSoTimeout((int) timeout.toMillis());
                secured.startHandshake();
            }
            return new SmppSocket(socket);
        } catch (IOException | RuntimeException failed) {
            socket.close();
            throw failed;
        }
    }
}
