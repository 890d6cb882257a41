package pl.kurenda.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.camel.ProducerTemplate;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReceiptNote;

/**
 * Stores receipts that arrive at the same time in one transaction: whoever comes first writes for all who wait. Each
 * caller returns once its own receipt is committed, so that it can be acknowledged.
 */
@Component("receiptGroups")
public class ReceiptGroups {
    private static final int MOST = 200;

    private final ProducerTemplate camel;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock();

    ReceiptGroups(ProducerTemplate camel) {
        this.camel = camel;
    }

    /**
     * Stores the receipt through the route {@code inbox}.
     *
     * @throws RuntimeException if the group of receipts could not be committed
     */
    public void store(ReceiptNote note) {
        Waiting mine = new Waiting(note);
        waiting.add(mine);
        writing.lock();
        try {
            while (!mine.written && mine.failure == null) {
                write();
            }
        } finally {
            writing.unlock();
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void write() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            group.add(next);
        }
        List<ReceiptNote> notes = group.stream().map(Waiting::note).toList();
        try {
            camel.requestBody("direct:inbox", notes);
            group.forEach(w -> w.written = true);
        } catch (RuntimeException failure) {
            group.forEach(w -> w.failure = failure);
        }
    }

    /** A receipt whose thread waits; written and failure are guarded by the lock. */
    private static final class Waiting {
        private final ReceiptNote note;
        private boolean written;
        private RuntimeException failure;

        Waiting(ReceiptNote note) {
            this.note = note;
        }

        ReceiptNote note() {
            return note;
        }
    }
}
