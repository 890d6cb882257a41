package pl.kurenda.delivery.dispatch;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * Tracks the reminders that the senders and the writer hold, and their slots, so that a reminder is never handed out
 * twice.
 */
final class InFlight {
    private final Map<Long, SmscChannel> lanes = new ConcurrentHashMap<>();
    /** Slots of reminders that could not be handed out, until that is written. */
    private final Map<SubmitReport, SmscChannel> broughtBack = new ConcurrentHashMap<>();

    /** @return false while an earlier try of the reminder is not released */
    boolean add(long reminderId, SmscChannel smscChannel) {
        return lanes.putIfAbsent(reminderId, smscChannel) == null;
    }

    /** Records that a SUBMITTING reminder was not handed out. It keeps its slot until its report is written. */
    void bringBack(SubmitReport unsent, SmscChannel smscChannel) {
        broughtBack.put(unsent, smscChannel);
    }

    /**
     * Releases all reminders before it frees a slot, because a reminder that goes back to the queue may be claimed at
     * once.
     */
    void written(List<SubmitReport> reports) {
        List<SmscChannel> slots = reports.stream()
                .filter(report -> !report.late()) // a late report gave its slot back earlier
                .map(this::letGo)
                .filter(Objects::nonNull)
                .toList();
        slots.forEach(smscChannel -> smscChannel.release(1));
    }

    private SmscChannel letGo(SubmitReport report) {
        SmscChannel smscChannel = broughtBack.isEmpty() ? null : broughtBack.remove(report);
        return smscChannel == null ? lanes.remove(report.reminderId()) : smscChannel;
    }

    /**
     * Half of the reminders in flight, rounded up: enough for a transaction, while the other half keeps the window
     * busy.
     */
    int half() {
        return (lanes.size() + 1) / 2;
    }

    boolean none() {
        return lanes.isEmpty();
    }
}
