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
 * Groups deliver_sm that arrive at the same time, so that one exchange, one transaction and one write of
 * acknowledgements serve all of them. If the work fails, or there is no room, the SMSC is asked to send again.
 */
final class DeliverSmBatcher {
    private static final int MOST = 200;
    /** The most deliver_sm that wait, so that an SMSC without a window of its own cannot fill the memory. */
    private static final int ROOM = 1000;
    /** Smaller groups wait briefly for more, because a transaction costs as much as twenty rows. */
    private static final int ENOUGH = 100;
    /**
     * Checks for more up to this many times, a millisecond apart, as long as each check finds some. It is short because
     * an SMSC may wait for its acknowledgements.
     */
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

    /** Starts to take deliver_sm, in a thread of that name. */
    synchronized void start(String name) {
        taking = true;
        thread = new Thread(this::run, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes no more, and returns once everything taken is processed and acknowledged, or after 5 s. */
    synchronized void stop() throws InterruptedException {
        taking = false;
        if (thread != null) {
            thread.join(LAST_MILLIS);
        }
    }

    /** Takes one deliver_sm. The session that it came through acknowledges it. */
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

    /** Processes a group. */
    interface Work {
        /** Returns the command_status with which the group is acknowledged; never fails. */
        int on(List<DeliverSm> group);
    }

    /** The session that a deliver_sm came through. */
    interface Acknowledging {
        /** Acknowledges all of them with this command_status. */
        void acknowledge(List<DeliverSm> pdus, int status);
    }

    private record Waiting(DeliverSm pdu, Acknowledging session) {}
}
