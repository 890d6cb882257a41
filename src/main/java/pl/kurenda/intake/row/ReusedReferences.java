package pl.kurenda.intake.row;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import pl.kurenda.ledger.gate.Finding;
import pl.kurenda.recipient.Msisdn;

/**
 * Tells whether one reference stands in many rows with different phones: then it is no reference, and all but the first of
 * its debtors would pass for repetitions. Memory is constant: a reference that makes up less than one row in {@link #KEPT}
 * of a large file may escape (the algorithm of Misra and Gries).
 */
final class ReusedReferences {
    /** References that are counted at a time. */
    private static final int KEPT = 512;
    /** A house has some owners. */
    private static final int MANY = 10;

    private final Map<String, Count> counts = new HashMap<>();
    private int most;

    /** A debt that is to be paid. */
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
