package pl.kurenda.ledger.receipt;

import java.util.List;
import java.util.Optional;
import pl.kurenda.ledger.core.ReminderState;

/** How a reminder's state follows from its segments'. */
final class SegmentsVerdict {
    /** What weighs most comes first: a text of which one segment is lost has not been delivered. */
    private static final List<ReminderState> BY_WEIGHT = List.of(
            ReminderState.UNDELIVERABLE,
            ReminderState.REJECTED,
            ReminderState.EXPIRED,
            ReminderState.DELETED,
            ReminderState.DELIVERED);

    private SegmentsVerdict() {}

    /**
     * @param total how many segments the text has
     * @param states of the segments that have been answered
     * @return the state of the reminder, or nothing while that is open
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
