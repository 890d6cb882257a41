package pl.kurenda.ledger;

import java.time.Duration;
import java.util.List;

/** Segments that the SMSC has accepted and that no receipt has come for. */
public interface Unanswered {

    /**
     * Takes segments whose turn it is to be asked for, so that no other node asks too.
     *
     * @param smsc whose segments
     * @param after how long their reminders have been waiting, and how long ago they were asked for
     * @param within how long a receipt is waited for at all
     * @param limit at most so many
     */
    List<Segment> take(String smsc, Duration after, Duration within, int limit);

    /**
     * Settles the segment as a receipt would; a state that is no end changes nothing.
     *
     * @param stat in the words of SMPP v3.4 §5.2.28
     * @param errorCode as the network gave it
     */
    void settle(Segment segment, String stat, String errorCode);

    /**
     * A segment to be asked for.
     *
     * @param smsc that accepted it
     * @param messageId as the submit_sm_resp had it
     * @param sender its source address
     */
    record Segment(long reminderId, int number, String smsc, String messageId, String sender) {}
}
