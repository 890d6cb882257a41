package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import java.util.List;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SmscIdentity;

/**
 * The result of a reminder that was SUBMITTING.
 *
 * @param reminderId id of the reminder
 * @param fence of this node when it claimed the reminder
 * @param state ENROUTE, QUEUED, REJECTED or UNKNOWN
 * @param reason up to 64 ASCII characters, or null
 * @param notBefore for QUEUED: when to try again; else null
 * @param smsc name of the SMSC used; null for the one in the daemon's {@link SmscIdentity}
 * @param segments responses of this try, by number
 * @param late whether it adds to an earlier report of UNKNOWN; it counts only while the reminder is UNKNOWN
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

    /** Makes a report that is in time. */
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

    /** Makes a report for a daemon with only one SMSC. */
    public SubmitReport(
            long reminderId,
            long fence,
            ReminderState state,
            String reason,
            Instant notBefore,
            List<SegmentOutcome> segments) {
        this(reminderId, fence, state, reason, notBefore, null, segments);
    }

    /** Returns the same report for a response that came after the reminder was reported as UNKNOWN. */
    public SubmitReport asLate() {
        return new SubmitReport(reminderId, fence, state, reason, notBefore, smsc, segments, true);
    }

    /** Whether no segment was sent in this try; the try then does not count. */
    boolean unsent() {
        return state == ReminderState.QUEUED && !late && segments.stream().allMatch(SegmentOutcome::unsent);
    }

    /**
     * Returns the report without texts and ids, for when these cannot be recorded. The result of each segment is kept.
     */
    SubmitReport bare() {
        List<SegmentOutcome> plain = segments.stream()
                .map(s -> new SegmentOutcome(
                        s.number(), s.state(), s.messageId() == null ? null : "", s.commandStatus(), null, s.at()))
                .toList();
        return new SubmitReport(reminderId, fence, state, null, notBefore, smsc, plain, late);
    }
}
