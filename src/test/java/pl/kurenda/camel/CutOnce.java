package pl.kurenda.camel;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** A proxy in front of a server that closes the connection once, after a given number of bytes from the server. */
final class CutOnce implements AutoCloseable {
    /** Bytes that may still come from the server; below zero once that many have come. */
    final AtomicLong left;

    private final ServerSocket door = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));

    CutOnce(int server, long octets) throws IOException {
        left = new AtomicLong(octets);
        start(() -> {
            while (true) {
                Socket client = door.accept();
                Socket behind = new Socket("127.0.0.1", server);
                start(() -> pass(client, behind, false));
                start(() -> pass(behind, client, true));
            }
        });
    }

    int port() {
        return door.getLocalPort();
    }

    private void pass(Socket from, Socket to, boolean counted) throws IOException {
        try (from;
                to;
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] octets = new byte[8192];
            for (int count = in.read(octets); count >= 0; count = in.read(octets)) {
                long before = counted ? left.getAndAdd(-count) : 0;
                if (before > 0 && before <= count) {
                    return;
                }
                out.write(octets, 0, count);
            }
        }
    }

    private static void start(Passing passing) {
        Thread thread = new Thread(() -> {
            try {
                passing.run();
            } catch (IOException closed) {
                // the expected end
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Passing {
        void run() throws IOException;
    }
}
