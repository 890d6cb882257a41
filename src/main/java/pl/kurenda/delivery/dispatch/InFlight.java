package pl.kurenda.delivery.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** What the senders and the writer have, and whose slot it keeps: a reminder is never handed out twice. */
final class InFlight {
    private final Map<Long, SmscChannel> lanes = new ConcurrentHashMap<>();
    /** Of what could not be handed out, until that is written. */
    private final Map<SubmitReport, SmscChannel> broughtBack = new ConcurrentHashMap<>();

    /** @return false while an earlier try of the reminder has not been let go of */
    boolean add(long reminderId, SmscChannel smscChannel) {
        return lanes.putIfAbsent(reminderId, smscChannel) == null;
    }

    /** A reminder that is SUBMITTING was not handed out; its slot is kept until the report of it is written. */
    void bringBack(SubmitReport unsent, SmscChannel smscChannel) {
        broughtBack.put(unsent, smscChannel);
    }

    /** Everything is let go of before a slot is free: what goes back to the queue may be claimed at once. */
    void written(List<SubmitReport> reports) {
        List<SmscChannel> slots = reports.stream()
                .filter(report -> !report.late()) // a late one has given its slot back before
                .map(this::letGo)
                .filter(Objects::nonNull)
                .toList();
        slots.forEach(smscChannel -> smscChannel.release(1));
    }

    private SmscChannel letGo(SubmitReport report) {
        SmscChannel smscChannel = broughtBack.isEmpty() ? null : broughtBack.remove(report);
        return smscChannel == null ? lanes.remove(report.reminderId()) : smscChannel;
    }

    /** Half of them make a block that is worth a transaction: the window lives on the other half while it is written. */
    int half() {
        return (lanes.size() + 1) / 2;
    }

    boolean none() {
        return lanes.isEmpty();
    }
}
