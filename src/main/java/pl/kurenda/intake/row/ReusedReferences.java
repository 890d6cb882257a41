package pl.kurenda.intake.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.recipient.Msisdn;

/**
 * Detects a reference that is shared by many rows with different phones. It does not identify a debt: all but the first
 * of its debtors would count as repetitions. Memory is constant (the Misra-Gries algorithm), so a reference in less
 * than one row in {@link #KEPT} of a large file may be missed.
 */
final class ReusedReferences {
    /** References that are counted at the same time. */
    private static final int KEPT = 512;
    /** The number of other phones that gives a finding. A house may have several owners. */
    private static final int MANY = 10;

    private final Map<String, Count> counts = new HashMap<>();
    private int most;

    /** Records a debt that is to be paid. */
    void see(String reference, Msisdn phone) {
        if (reference.isEmpty()) {
            return;
        }
        Count count = counts.get(reference);
        if (count != null) {
            count.rows++;
            count.others += count.phone.equals(phone) ? 0 : 1;
            most = Math.max(most, count.others);
        } else if (counts.size() < KEPT) {
            counts.put(reference, new Count(phone));
        } else {
            counts.values().removeIf(kept -> --kept.rows == 0);
        }
    }

    Optional<Finding> finding() {
        return most < MANY ? Optional.empty() : Optional.of(Finding.of("SHARED_REFERENCE", most + 1));
    }

    private static final class Count {
        private final Msisdn phone;
        private int rows = 1;
        private int others;

        Count(Msisdn phone) {
            this.phone = phone;
        }
    }
}
