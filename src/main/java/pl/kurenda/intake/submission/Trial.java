package pl.kurenda.intake.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.ledger.gate.Finding;

/**
 * What would become of a body; nothing of it is kept. What only the ledger knows is not in it: debts of other files,
 * opt-outs, what is usual.
 *
 * @param rows read
 * @param rejected of these
 * @param sent neither rejected nor suppressed nor held for its amount
 * @param amountSent grosze of what would be sent
 * @param segments of what would be sent
 * @param cost of these, PLN
 * @param reasons how many rows for each reason
 * @param findings what the gate or the budget of a file would say
 * @param first the first messages
 * @param errors the first rejected rows of each reason
 */
public record Trial(
        int rows,
        int rejected,
        int sent,
        long amountSent,
        long segments,
        BigDecimal cost,
        Map<String, Integer> reasons,
        List<Finding> findings,
        List<Message> first,
        List<RejectedLine> errors) {

    /**
     * A text as it would go out.
     *
     * @param line of the row
     * @param to digits, international
     * @param text as it goes on the air
     * @param segments 1 to 6
     */
    public record Message(int line, String to, String text, int segments) {

        /** Without number and text. */
        @Override
        public String toString() {
            return "Message[line=" + line + "]";
        }
    }
}
