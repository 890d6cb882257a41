package pl.kurenda.delivery.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** What the senders and the writer have, and whose slot it keeps: a reminder is never handed out twice. */
final class HandedOut {
    private final Map<Long, Lane> lanes = new ConcurrentHashMap<>();
    /** Of what could not be handed out, until that is written. */
    private final Map<SubmitReport, Lane> broughtBack = new ConcurrentHashMap<>();

    /** @return false while an earlier try of the reminder has not been let go of */
    boolean add(long reminderId, Lane lane) {
        return lanes.putIfAbsent(reminderId, lane) == null;
    }

    /** A reminder that is SUBMITTING was not handed out; its slot is kept until the report of it is written. */
    void bringBack(SubmitReport unsent, Lane lane) {
        broughtBack.put(unsent, lane);
    }

    /** Everything is let go of before a slot is free: what goes back to the queue may be claimed at once. */
    void written(List<SubmitReport> reports) {
        List<Lane> slots = reports.stream()
                .filter(report -> !report.late()) // a late one has given its slot back before
                .map(this::letGo)
                .filter(Objects::nonNull)
                .toList();
        slots.forEach(lane -> lane.release(1));
    }

    private Lane letGo(SubmitReport report) {
        Lane lane = broughtBack.isEmpty() ? null : broughtBack.remove(report);
        return lane == null ? lanes.remove(report.reminderId()) : lane;
    }

    /** Half of them make a block that is worth a transaction: the window lives on the other half while it is written. */
    int half() {
        return (lanes.size() + 1) / 2;
    }

    boolean none() {
        return lanes.isEmpty();
    }
}
