package pl.kurenda.ledger.decision;

import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.gate.Finding;

/**
 * A file that is held, wholly or in part, for one reason.
 *
 * @param id of the file
 * @param source it came from
 * @param file its name in {@code done}
 * @param reason {@code GATE}, {@code BUDGET} or {@code CANARY}
 * @param held number of held reminders
 * @param grosze their amount
 * @param since when it was loaded
 * @param findings what the checks found in the file
 */
public record HeldFile(
        long id,
        String source,
        String file,
        String reason,
        int held,
        long grosze,
        Instant since,
        List<Finding> findings) {}
