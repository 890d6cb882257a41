package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SmscIdentity;

/**
 * What became of a reminder that was SUBMITTING.
 *
 * @param reminderId id of the reminder
 * @param fence of this node when it claimed the reminder
 * @param state ENROUTE, QUEUED, REJECTED or UNKNOWN
 * @param reason why, up to 64 ASCII characters, or null
 * @param notBefore for QUEUED: when to try again; else null
 * @param smsc name of the SMSC that was used; null: the one of the daemon's {@link SmscIdentity}
 * @param segments the answers of this try, by number
 * @param late whether it tells more of one that has been reported as UNKNOWN: counts only while that stands
 */
public record SubmitReport(
        long reminderId,
        long fence,
        ReminderState state,
        String reason,
        Instant notBefore,
        String smsc,
        List<SegmentOutcome> segments,
        boolean late) {

    /** In time. */
    public SubmitReport(
            long reminderId,
            long fence,
            ReminderState state,
            String reason,
            Instant notBefore,
            String smsc,
            List<SegmentOutcome> segments) {
        this(reminderId, fence, state, reason, notBefore, smsc, segments, false);
    }

    /** Where there is one SMSC only. */
    public SubmitReport(
            long reminderId,
            long fence,
            ReminderState state,
            String reason,
            Instant notBefore,
            List<SegmentOutcome> segments) {
        this(reminderId, fence, state, reason, notBefore, null, segments);
    }

    /** The same, of an answer that came after the reminder had been reported as UNKNOWN. */
    public SubmitReport asLate() {
        return new SubmitReport(reminderId, fence, state, reason, notBefore, smsc, segments, true);
    }

    /** Whether no segment left in this try: then it was none. */
    boolean unsent() {
        return state == ReminderState.QUEUED && !late && segments.stream().allMatch(SegmentOutcome::unsent);
    }

    /** The same without words and ids, where these cannot be recorded: what became of each segment is told all the same. */
    SubmitReport bare() {
        List<SegmentOutcome> plain = segments.stream()
                .map(s -> new SegmentOutcome(
                        s.number(), s.state(), s.messageId() == null ? null : "", s.commandStatus(), null, s.at()))
                .toList();
        return new SubmitReport(reminderId, fence, state, null, notBefore, smsc, plain, late);
    }
}
