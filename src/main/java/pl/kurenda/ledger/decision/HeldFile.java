package pl.kurenda.ledger.decision;

import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.gate.Finding;

/**
 * A file of which a part, or all, is held for one reason.
 *
 * @param id of the file
 * @param source it came from
 * @param file its name in {@code done}
 * @param reason {@code GATE}, {@code BUDGET} or {@code CANARY}
 * @param held how many reminders
 * @param grosze amount of these
 * @param since when it had been loaded
 * @param findings what was noticed about the file
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
