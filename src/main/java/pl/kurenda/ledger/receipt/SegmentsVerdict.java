package pl.kurenda.ledger.receipt;

import java.util.List;
import java.util.Optional;
import pl.kurenda.ledger.core.ReminderState;

/** Derives the state of a reminder from the states of its segments. */
final class SegmentsVerdict {
    /** The first of these states that any segment has wins: if one segment is lost, the text was not delivered. */
    private static final List<ReminderState> BY_WEIGHT = List.of(
            ReminderState.UNDELIVERABLE,
            ReminderState.REJECTED,
            ReminderState.EXPIRED,
            ReminderState.DELETED,
            ReminderState.DELIVERED);

    private SegmentsVerdict() {}

    /**
     * @param total number of segments of the text
     * @param states of the segments that have a state so far
     * @return state of the reminder; empty while it is still open
     */
    static Optional<ReminderState> of(int total, List<ReminderState> states) {
        if (states.size() < total || states.contains(ReminderState.UNKNOWN)) {
            return Optional.empty();
        }
        if (states.stream().allMatch(ReminderState::isFinal)) {
            return BY_WEIGHT.stream().filter(states::contains).findFirst();
        }
        boolean accepted = states.stream().allMatch(s -> s.isFinal() || s == ReminderState.ENROUTE);
        return accepted ? Optional.of(ReminderState.ENROUTE) : Optional.empty();
    }
}
