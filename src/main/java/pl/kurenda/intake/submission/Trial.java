package pl.kurenda.intake.submission;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.ledger.gate.Finding;

/**
 * The result of a dry run of a body; the body is not kept. The trial leaves out what only the ledger knows: debts of
 * other files, opt-outs, and what is usual.
 *
 * @param rows read
 * @param rejected number of these that are rejected
 * @param sent rows neither rejected nor suppressed nor held for their amount
 * @param amountSent grosze of what would be sent
 * @param segments of what would be sent
 * @param cost of these segments, PLN
 * @param reasons number of rows for each reason
 * @param findings that the gate or the budget would give for a file
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
     * A message as it would be sent.
     *
     * @param line of the row
     * @param to digits, international
     * @param text as it is transmitted
     * @param segments 1 to 6
     */
    public record Message(int line, String to, String text, int segments) {

        /** Leaves out number and text. */
        @Override
        public String toString() {
            return "Message[line=" + line + "]";
        }
    }
}
