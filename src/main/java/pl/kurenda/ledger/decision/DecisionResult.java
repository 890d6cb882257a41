package pl.kurenda.ledger.decision;

import java.util.Collection;
import java.util.List;

/**
 * What became of a decision, by ids of reminders.
 *
 * @param done changed
 * @param elsewhere left alone: not, or no longer, in a state in which this can be decided
 * @param late refused: their time to be sent has passed
 * @param conflicting refused: another reminder of the same debt is on its way or sent, or would be released with it
 * @param witnessed refused: a receipt waits for the number that may be theirs, so that they may have been delivered
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

    /** Whether nothing was left alone or refused. */
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
