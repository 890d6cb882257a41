package pl.kurenda.ledger.decision;

import java.util.Collection;
import java.util.List;

/**
 * The result of a decision, as ids of reminders.
 *
 * @param done changed
 * @param elsewhere unchanged, because their state does not allow the decision
 * @param late refused, because the time to send them has passed
 * @param conflicting refused, because another reminder of the same debt is on its way or sent, or would be released
 *     with it
 * @param witnessed refused, because a waiting receipt for the same phone may be theirs, so they may have been delivered
 */
public record DecisionResult(
        List<Long> done, List<Long> elsewhere, List<Long> late, List<Long> conflicting, List<Long> witnessed) {
    public DecisionResult {
        done = List.copyOf(done);
        elsewhere = List.copyOf(elsewhere);
        late = List.copyOf(late);
        conflicting = List.copyOf(conflicting);
        witnessed = List.copyOf(witnessed);
    }

    /** Returns whether every reminder was changed. */
    public boolean complete() {
        return elsewhere.isEmpty() && late.isEmpty() && conflicting.isEmpty() && witnessed.isEmpty();
    }

    static DecisionResult sum(Collection<DecisionResult> parts) {
        return new DecisionResult(
                parts.stream().flatMap(p -> p.done.stream()).toList(),
                parts.stream().flatMap(p -> p.elsewhere.stream()).toList(),
                parts.stream().flatMap(p -> p.late.stream()).toList(),
                parts.stream().flatMap(p -> p.conflicting.stream()).toList(),
                parts.stream().flatMap(p -> p.witnessed.stream()).toList());
    }
}
