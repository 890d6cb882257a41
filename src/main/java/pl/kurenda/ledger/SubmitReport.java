package pl.kurenda.ledger;

import java.time.Instant;
import java.util.List;

/**
 * What became of a reminder that was SUBMITTING.
 *
 * @param reminderId id of the reminder
 * @param fence of this node when it claimed the reminder
 * @param state ENROUTE, QUEUED, REJECTED or UNKNOWN
 * @param reason why, up to 64 ASCII characters, or null
 * @param notBefore for QUEUED: when to try again; else null
 * @param segments the answers of this try, by number
 */
public record SubmitReport(
        long reminderId,
        long fence,
        ReminderState state,
        String reason,
        Instant notBefore,
        List<SegmentAnswer> segments) {}
