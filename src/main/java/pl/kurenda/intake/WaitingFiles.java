package pl.kurenda.intake;

import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Batches;
import pl.kurenda.ledger.Payments;

/**
 * Files of which a part waits: for a canary, or for the end of what a crash cut short after a full export; and
 * full exports that tell what was paid.
 */
@Component
public class WaitingFiles {
    private final Batches batches;
    private final Payments payments;

    WaitingFiles(Batches batches, Payments payments) {
        this.payments = payments;
        this.batches = batches;
    }

    /** Lets go what has waited long enough, and looks at what full exports no longer have. */
    public void goOn() {
        batches.goOn();
        payments.compareExports();
    }
}
