package pl.kurenda.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * An SMSC for load, as a process of its own, so that its CPU is told apart. Accepts every submit_sm under an id of its
 * own after a fixed latency. Reads commands from standard input and gives each one line for an answer.
 *
 * <p>Written by hand because jSMPP's and Cloudhopper's server sides decode every PDU whole and hand it between threads:
 * they would take more of the two cores than what is measured.
 */
final class RawSmsc {
    final Counts counts = new Counts();
    final Receipts receipts;
    volatile long latencyNanos;
    volatile boolean receipting;

    private final AtomicLong lastId = new AtomicLong(System.nanoTime() & 0xffffffffffL);
    private final Set<RawSession> sessions = ConcurrentHashMap.newKeySet();
    private volatile boolean open = true;

    private RawSmsc(int receiptWindow) {
        receipts = new Receipts(counts, receiptWindow);
    }

    /** @param args the window for receipts */
    public static void main(String[] args) throws IOException {
        RawSmsc smsc = new RawSmsc(Integer.parseInt(args[0]));
        daemon(smsc.receipts, "receipts");
        try (ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            daemon(() -> smsc.accept(listener), "accept");
            System.out.println(listener.getLocalPort());
            BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
            for (String line; (line = in.readLine()) != null; ) {
                System.out.println(smsc.command(line.split(" ")));
            }
        }
        System.exit(0);
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept(ServerSocket listener) {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                if (!open) {
                    socket.close();
                    continue;
                }
                RawSession session = new RawSession(this, socket);
                sessions.add(session);
                daemon(session, "session");
            } catch (IOException failed) {
                // the next one may succeed; at the end the loop ends
            }
        }
    }

    private String command(String... words) {
        switch (words[0]) {
            case "latency" -> latencyNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
            case "receipts" -> {
                receipting = !words[1].equals("off");
                receipts.held = words[1].equals("hold");
            }
            case "receipt-delay" -> receipts.delayNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
            case "open" -> open = true;
            case "close" -> {
                open = false;
                sessions.forEach(RawSession::cut);
            }
            case "reset" -> counts.reset(Long.parseLong(words[1]));
            case "seconds" -> counts.seconds.reset(Integer.parseInt(words[1]));
            case "leastMostAndMean" -> {
                return Counts.join(counts.seconds.leastMostAndMean());
            }
            case "seen" -> {
                return counts + " waiting=" + receipts.waiting();
            }
            default -> throw new IllegalArgumentException(words[0]);
        }
        return "ok";
    }

    long nextId() {
        return lastId.incrementAndGet();
    }

    void gone(RawSession session) {
        sessions.remove(session);
        if (receipts.receiver == session) {
            receipts.lost();
        }
    }
}
