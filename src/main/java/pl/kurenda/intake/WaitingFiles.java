package pl.kurenda.intake;

import org.springframework.stereotype.Component;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.payment.Payments;

/** Runs periodic jobs on loaded files: releases waiting rows and compares full exports. */
@Component
public class WaitingFiles {
    private final Batches batches;
    private final Payments payments;

    WaitingFiles(Batches batches, Payments payments) {
        this.payments = payments;
        this.batches = batches;
    }

    /** Releases rows whose canary went well, and finishes full exports that a crash interrupted. */
    public void release() {
        batches.goOn();
    }

    /** Books debts as paid if a newer full export no longer has them. */
    public void compare() {
        payments.compareExports();
    }
}
