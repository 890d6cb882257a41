package pl.kurenda.intake;

import org.springframework.stereotype.Component;
import pl.kurenda.ledger.Batches;

/** Files of which a part waits: for a canary, or for the end of what a crash cut short after a full export. */
@Component
public class WaitingFiles {
    private final Batches batches;

    WaitingFiles(Batches batches) {
        this.batches = batches;
    }

    /** Lets go what has waited long enough. */
    public void goOn() {
        batches.goOn();
    }
}
