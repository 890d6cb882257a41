package pl.kurenda.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** One connection to the SMSC: a thread that reads, and one that answers submits once the latency is over. */
final class RawSession implements Runnable {
    private final RawSmsc smsc;
    private final Socket socket;
    private final LinkedBlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
    private final Thread answering = new Thread(this::answerLater, "answers");
    private byte[] buffer = new byte[256 * 1024];
    private int filled;

    RawSession(RawSmsc smsc, Socket socket) {
        this.smsc = smsc;
        this.socket = socket;
    }

    @Override
    public void run() {
        answering.start();
        try (socket) {
            socket.setTcpNoDelay(true);
            InputStream in = socket.getInputStream();
            int read;
            while ((read = in.read(buffer, filled, buffer.length - filled)) > 0) {
                filled += read;
                handleWhole();
            }
        } catch (IOException cut) {
            // the peer went away
        } finally {
            answering.interrupt();
            smsc.gone(this);
        }
    }

    /** Handles every whole PDU in the buffer; what they are answered with at once leaves in one write. */
    private void handleWhole() throws IOException {
        ByteBuffer octets = ByteBuffer.wrap(buffer);
        Output output = new Output();
        int at = 0;
        while (filled - at >= Pdu.HEADER && filled - at >= octets.getInt(at)) {
            int length = octets.getInt(at);
            if (length < Pdu.HEADER) {
                throw new IOException("command_length " + length);
            }
            handle(octets.getInt(at + 4), octets.getInt(at + 8), octets.getInt(at + 12), at, output);
            at += length;
        }
        System.arraycopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        if (filled >= Pdu.HEADER && octets.getInt(0) > buffer.length) {
            buffer = Arrays.copyOf(buffer, octets.getInt(0));
        }
        output.flush();
    }

    private void handle(int command, int status, int sequence, int at, Output output) {
        switch (command) {
            case Pdu.SUBMIT_SM -> accept(sequence, at, output);
            case Pdu.DELIVER_SM | Pdu.RESPONSE -> smsc.receipts.answered(sequence, status);
            case Pdu.BIND_RECEIVER, Pdu.BIND_TRANSCEIVER, Pdu.BIND_TRANSMITTER -> {
                output.add(Pdu.bindResponse(command, sequence));
                output.flush();
                if (command != Pdu.BIND_TRANSMITTER) {
                    smsc.receipts.receiver = this;
                }
            }
            case Pdu.ENQUIRE_LINK, Pdu.UNBIND -> output.add(Pdu.response(command, 0, sequence));
            default -> {
                if (command > 0) {
                    output.add(Pdu.response(0, Pdu.ESME_RINVCMDID, sequence));
                }
            }
        }
    }

    private void accept(int sequence, int at, Output output) {
        long id = smsc.nextId();
        Pdu.Receipt receipt = smsc.receipting ? Pdu.receipt(buffer, at, id) : null;
        smsc.counts.submitted();
        long latency = smsc.latencyNanos;
        if (latency == 0) {
            output.answer(sequence, id, receipt);
        } else {
            answers.add(new Answer(System.nanoTime() + latency, sequence, id, receipt));
            smsc.counts.inFlight(answers.size());
        }
    }

    /** The latency is the same for all, so that the first to come is the first to be due. */
    private void answerLater() {
        try {
            while (true) {
                Answer next = answers.take();
                Output output = new Output();
                for (long wait; (wait = next.due - System.nanoTime()) > 0; ) {
                    LockSupport.parkNanos(wait);
                    if (Thread.interrupted()) {
                        return;
                    }
                }
                while (next != null) {
                    output.answer(next.sequence, next.id, next.receipt);
                    Answer head = answers.peek();
                    next = head != null && head.due <= System.nanoTime() ? answers.remove() : null;
                }
                output.flush();
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    void write(List<byte[]> pdus) {
        Output output = new Output();
        pdus.forEach(output::add);
        output.flush();
    }

    void cut() {
        try {
            socket.close();
        } catch (IOException alreadyClosed) {
            // nothing is left to close
        }
    }

    private synchronized void write(byte[] octets) {
        try {
            socket.getOutputStream().write(octets);
        } catch (IOException broken) {
            cut();
        }
    }

    /** What leaves in one write. A receipt is queued only after the answer with its id is on its way. */
    private final class Output {
        private final ByteArrayOutputStream octets = new ByteArrayOutputStream();
        private final java.util.ArrayList<Pdu.Receipt> receipts = new java.util.ArrayList<>();
        private boolean answered;

        void add(byte[] pdu) {
            octets.writeBytes(pdu);
        }

        void answer(int sequence, long id, Pdu.Receipt receipt) {
            add(Pdu.submitResponse(sequence, id));
            answered = true;
            if (receipt != null) {
                receipts.add(receipt);
            }
        }

        void flush() {
            if (octets.size() > 0) {
                write(octets.toByteArray());
                octets.reset();
            }
            if (answered) {
                smsc.counts.answered();
                answered = false;
            }
            receipts.forEach(smsc.receipts::add);
            receipts.clear();
        }
    }

    private record Answer(long due, int sequence, long id, Pdu.Receipt receipt) {}
}
