package pl.kurenda.camel;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jsmpp.bean.DeliverSm;

/**
 * Brings PDUs that arrive at the same time together, so that one exchange and one transaction do for all of them: whoever
 * comes first works for all who wait. Each caller returns once his own PDU is done with, and can be acknowledged.
 */
final class SmppGroups {
    private static final int MOST = 200;
    /** A transaction costs as much as twenty rows: smaller groups wait for those that come right behind. */
    private static final int ENOUGH = 25;

    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Work work;
    private final Queue<Waiting> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();
    private final ReentrantLock working = new ReentrantLock();

    SmppGroups(Work work) {
        this.work = work;
    }

    /** @throws Exception if the group that the PDU was in has failed; the same one for all of them */
    void add(DeliverSm pdu) throws Exception {
        Waiting mine = new Waiting(pdu, Thread.currentThread());
        waiting.add(mine);
        count.incrementAndGet();
        while (!mine.done) {
            if (working.tryLock()) {
                try {
                    lead(mine);
                } finally {
                    working.unlock();
                }
                wakeNext();
            } else {
                LockSupport.parkNanos(this, LOOK_NANOS);
            }
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
    }

    private void lead(Waiting mine) {
        if (!mine.done && count.get() < ENOUGH) {
            LockSupport.parkNanos(this, LINGER_NANOS);
        }
        while (!mine.done) {
            workOnGroup();
        }
    }

    /** Whoever has been waiting longest works on the next group. */
    private void wakeNext() {
        Waiting next = waiting.peek();
        if (next != null) {
            LockSupport.unpark(next.thread);
        }
    }

    private void workOnGroup() {
        List<Waiting> group = new ArrayList<>();
        for (Waiting next = waiting.poll(); next != null; next = group.size() < MOST ? waiting.poll() : null) {
            group.add(next);
        }
        count.addAndGet(-group.size());
        Exception failure = null;
        try {
            work.on(group.stream().map(w -> w.pdu).toList());
        } catch (Exception failed) {
            failure = failed;
        }
        for (Waiting member : group) {
            member.end(failure);
        }
    }

    /** What is done with a group. */
    interface Work {
        void on(List<DeliverSm> group) throws Exception;
    }

    /** A PDU whose thread waits. */
    private static final class Waiting {
        private final DeliverSm pdu;
        private final Thread thread;
        private Exception failure;
        private volatile boolean done;

        Waiting(DeliverSm pdu, Thread thread) {
            this.pdu = pdu;
            this.thread = thread;
        }

        void end(Exception why) {
            failure = why;
            done = true;
            LockSupport.unpark(thread);
        }
    }
}
