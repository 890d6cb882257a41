package pl.kurenda.delivery.dispatch;

import java.util.List;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** Passes outcomes from the dispatcher to the ledger. */
@FunctionalInterface
public interface OutcomeChannel {

    /**
     * Records a block of outcomes. They are committed when this returns.
     *
     * @throws RuntimeException if they may not have been committed; the caller keeps them and tries again
     */
    void record(List<SubmitReport> block);
}
