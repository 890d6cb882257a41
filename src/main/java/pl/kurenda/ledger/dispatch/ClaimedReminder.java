package pl.kurenda.ledger.dispatch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;

/**
 * A reminder that this node may send.
 *
 * @param id of the reminder
 * @param fence of this node when it claimed the reminder
 * @param source the domain system
 * @param msisdn digits, international
 * @param sender source address
 * @param text as sent
 * @param alphabet name of the text's alphabet
 * @param segments number of segments
 * @param cost of all segments, PLN
 * @param notAfter time after which it is no longer worth sending
 * @param attempts number of earlier tries
 * @param accepted numbers of the segments that the SMSC accepted in an earlier try
 */
public record ClaimedReminder(
        long id,
        long fence,
        String source,
        String msisdn,
        String sender,
        String text,
        String alphabet,
        int segments,
        BigDecimal cost,
        Instant notAfter,
        int attempts,
        Set<Integer> accepted) {

    /** Omits phone number and text. */
    @Override
    public String toString() {
        return "Claimed[id=" + id + "]";
    }
}
