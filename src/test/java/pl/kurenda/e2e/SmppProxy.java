package pl.kurenda.e2e;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between daemon and SMSC and passes their PDUs on, unless a rule does otherwise: keeps them, sends other octets,
 * or cuts the connection in the middle.
 */
final class SmppProxy implements AutoCloseable {
    static final Rule PASS = (pdu, way) -> way.send(pdu);
    static final int SUBMIT = 0x00000004;
    static final int SUBMIT_RESP = 0x80000004;
    static final int DELIVER_RESP = 0x80000005;

    /** How many connections the daemon has given up or lost. */
    final AtomicInteger ended = new AtomicInteger();

    /** How many connections a rule has cut. */
    final AtomicInteger cuts = new AtomicInteger();

    final int port;
    volatile Rule toSmsc = PASS;
    volatile Rule toEsme = PASS;

    private final int target;
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Way> waysToEsme = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    SmppProxy(int target) throws IOException {
        this.target = target;
        this.port = door.getLocalPort();
        threads.execute(this::accept);
    }

    /** What is done with a PDU. */
    @FunctionalInterface
    interface Rule {
        void pass(byte[] pdu, Way way) throws IOException;
    }

    /** Every PDU goes on again. */
    void passAll() {
        toSmsc = PASS;
        toEsme = PASS;
    }

    /** Nothing goes on and nothing is cut: a half-open connection. */
    void swallowAll() {
        toSmsc = (pdu, way) -> {};
        toEsme = (pdu, way) -> {};
    }

    /** Sends these octets to the daemon, on each of its connections, between two PDUs. */
    void sendToEsme(byte[] octets) throws IOException {
        for (Way way : waysToEsme) {
            way.send(octets);
        }
    }

    /** How many connections there are. */
    int connections() {
        return waysToEsme.size();
    }

    static int command(byte[] pdu) {
        return ByteBuffer.wrap(pdu).getInt(4);
    }

    /** A PDU without a body, whose length need not be true. */
    static byte[] header(int length, int command, int sequence) {
        return ByteBuffer.allocate(16)
                .putInt(length)
                .putInt(command)
                .putInt(0)
                .putInt(sequence)
                .array();
    }

    /** The PDU under another sequence number. */
    static byte[] numbered(byte[] pdu, int sequence) {
        byte[] copy = pdu.clone();
        ByteBuffer.wrap(copy).putInt(12, sequence);
        return copy;
    }

    /** Lets the first PDUs of that command pass, cuts the next one in two, sends the first half, and hangs up. */
    Rule cutInside(int command, int after) {
        AtomicInteger seen = new AtomicInteger();
        return (pdu, way) -> {
            if (command(pdu) == command && seen.incrementAndGet() == after + 1) {
                cuts.incrementAndGet();
                way.send(Arrays.copyOf(pdu, pdu.length / 2));
                way.cut();
            } else {
                way.send(pdu);
            }
        };
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                Socket esme = door.accept();
                connect(esme);
            } catch (IOException closed) {
                // by close()
            }
        }
    }

    private void connect(Socket esme) throws IOException {
        try {
            Socket smsc = new Socket(InetAddress.getLoopbackAddress(), target);
            smsc.setTcpNoDelay(true);
            esme.setTcpNoDelay(true);
            Way back = new Way(smsc, esme);
            waysToEsme.add(back);
            threads.execute(() -> pump(new Way(esme, smsc), true));
            threads.execute(() -> pump(back, false));
        } catch (IOException smscAway) {
            esme.close();
        }
    }

    private void pump(Way way, boolean up) {
        try (Socket from = way.from;
                Socket to = way.to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            while (!to.isClosed()) {
                int length = in.readInt();
                byte[] pdu = new byte[length];
                ByteBuffer.wrap(pdu).putInt(length);
                in.readFully(pdu, 4, length - 4);
                (up ? toSmsc : toEsme).pass(pdu, way);
            }
        } catch (IOException over) {
            // either side has hung up, or a rule has cut the connection
        }
        if (up) {
            ended.incrementAndGet();
        } else {
            waysToEsme.remove(way);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Way way : waysToEsme) {
            way.cut();
        }
        threads.shutdownNow();
    }

    /** One direction of a connection. */
    static final class Way {
        private final Socket from;
        private final Socket to;

        private Way(Socket from, Socket to) {
            this.from = from;
            this.to = to;
        }

        synchronized void send(byte[] octets) throws IOException {
            OutputStream out = to.getOutputStream();
            out.write(octets);
            out.flush();
        }

        void cut() throws IOException {
            from.close();
            to.close();
        }
    }
}
