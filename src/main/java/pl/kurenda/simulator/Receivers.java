package pl.kurenda.simulator;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.session.SMPPServerSession;

/** The bound sessions that can take a receipt, by account. */
final class Receivers {

    private record Receiver(String systemId, SMPPServerSession session) {}

    private final List<Receiver> bound = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    void add(String systemId, SMPPServerSession session) {
        bound.add(new Receiver(systemId, session));
    }

    void remove(SMPPServerSession session) {
        bound.removeIf(receiver -> receiver.session() == session);
    }

    /** The next session of the account, in turn, or null if none is bound. */
    SMPPServerSession next(String systemId) {
        List<SMPPServerSession> own = bound.stream()
                .filter(receiver -> receiver.systemId().equals(systemId))
                .map(Receiver::session)
                .filter(session -> session.getSessionState().isReceivable())
                .toList();
        return own.isEmpty() ? null : own.get(Math.floorMod(turn.getAndIncrement(), own.size()));
    }
}
