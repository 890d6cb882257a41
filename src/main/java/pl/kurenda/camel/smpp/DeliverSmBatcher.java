package pl.kurenda.camel.smpp;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;

/**
 * Brings the deliver_sm that arrive at the same time together, so that one exchange, one transaction and one write of the
 * acknowledgements do for all of them. What the work fails on, and what there is no room for, the SMSC is asked to send again.
 */
final class DeliverSmBatcher {
    private static final int MOST = 200;
    /** More are not kept waiting: an SMSC that has no window of its own must not fill the memory. */
    private static final int ROOM = 1000;
    /** A transaction costs as much as twenty rows: smaller groups wait for those that come right behind. */
    private static final int ENOUGH = 100;
    /** Looks for more, a millisecond apart, as long as each brings some: an SMSC may wait for its acknowledgements. */
    private static final int LOOKS = 8;

    private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
    private static final long LOOK_MILLIS = 100;
    private static final long LAST_MILLIS = 5000;

    private final Work work;
    private final BlockingQueue<Waiting> waiting = new LinkedBlockingQueue<>(ROOM);
    private volatile boolean taking;
    private Thread thread;

    DeliverSmBatcher(Work work) {
        this.work = work;
    }

    /** Begins to take, in a thread of that name. */
    synchronized void start(String name) {
        taking = true;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes no more, and returns once what was taken is done with and acknowledged, or after 5 s. */
    synchronized void stop() throws InterruptedException {
        taking = false;
        if (thread != null) {
            thread.join(LAST_MILLIS);
        }
    }

    /** Takes one; it is acknowledged by the session that it came through. */
    void take(DeliverSm pdu, Acknowledging session) {
        if (!taking) {
            session.acknowledge(List.of(pdu), SMPPConstant.STAT_ESME_RX_T_APPN);
        } else if (!waiting.offer(new Waiting(pdu, session))) {
            session.acknowledge(List.of(pdu), SMPPConstant.STAT_ESME_RMSGQFUL);
        }
    }

    private void run() {
        try {
            while (taking || !waiting.isEmpty()) {
                List<Waiting> group = group();
                if (!group.isEmpty()) {
                    int status = work.on(group.stream().map(Waiting::pdu).toList());
                    acknowledge(group, status);
                }
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Waiting> group() throws InterruptedException {
        List<Waiting> group = new ArrayList<>();
        Waiting first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (first != null) {
            group.add(first);
            linger();
            waiting.drainTo(group, MOST - 1);
        }
        return group;
    }

    private void linger() {
        int before = -1;
        for (int look = 0; look < LOOKS && waiting.size() > before && waiting.size() < ENOUGH; look++) {
            before = waiting.size();
            LockSupport.parkNanos(this, LINGER_NANOS);
        }
    }

    private static void acknowledge(List<Waiting> group, int status) {
        Map<Acknowledging, List<DeliverSm>> bySession = new LinkedHashMap<>();
        group.forEach(member -> bySession
                .computeIfAbsent(member.session, session -> new ArrayList<>())
                .add(member.pdu));
        bySession.forEach((session, pdus) -> session.acknowledge(pdus, status));
    }

    /** What is done with a group. */
    interface Work {
        /** The command_status with which the group is acknowledged; never fails. */
        int on(List<DeliverSm> group);
    }

    /** Whence it came. */
    interface Acknowledging {
        /** Answers all of them with this command_status. */
        void acknowledge(List<DeliverSm> pdus, int status);
    }

    private record Waiting(DeliverSm pdu, Acknowledging session) {}
}
