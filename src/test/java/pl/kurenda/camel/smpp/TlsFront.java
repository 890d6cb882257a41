package pl.kurenda.camel.smpp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A TCP server on a free port. It usually terminates TLS in front of a plain SMSC, as an operator's load balancer does.
 */
final class TlsFront implements AutoCloseable {

    final AtomicInteger connections = new AtomicInteger();
    /** Connections stay up, but nothing comes through. */
    volatile boolean dead;

    private final ServerSocket server;
    private final Manner manner;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    private TlsFront(ServerSocket server, Manner manner) {
        this.server = server;
        this.manner = manner;
        threads.execute(this::accept);
    }

    /** Runs in front of the SMSC on that port; with {@code clientToo} the client has to show a certificate. */
    static TlsFront before(int port, SSLContext context, boolean clientToo) throws IOException {
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        server.setNeedClientAuth(clientToo);
        return new TlsFront(server, (front, client) -> front.forward(client, port));
    }

    /** Runs without TLS. */
    static TlsFront plain(Manner manner) throws IOException {
        return new TlsFront(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), manner);
    }

    int port() {
        return server.getLocalPort();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                connections.incrementAndGet();
                open.add(client);
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try {
            manner.serve(this, client);
        } catch (IOException gone) {
            end(client);
        }
    }

    private void forward(Socket client, int port) throws IOException {
        Socket smsc = new Socket(InetAddress.getLoopbackAddress(), port);
        open.add(smsc);
        threads.execute(() -> pump(smsc, client));
        pump(client, smsc);
    }

    private void pump(Socket from, Socket to) {
        try {
            byte[] octets = new byte[8192];
            for (int count = 0; count >= 0; count = from.getInputStream().read(octets)) {
                to.getOutputStream().write(octets, 0, dead ? 0 : count);
            }
        } catch (IOException cut) {
            // the other side is closed below
        }
        end(from);
        end(to);
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // nothing to do
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(TlsFront::end);
        threads.shutdownNow();
    }

    /** Handles a connection. */
    interface Manner {
        void serve(TlsFront front, Socket client) throws IOException;
    }
}
