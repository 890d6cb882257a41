package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import pl.kurenda.ledger.core.ReminderState;

/**
 * The result of submitting one segment.
 *
 * @param number from 1
 * @param state ENROUTE, REJECTED, QUEUED (proven unsent, will be tried again) or UNKNOWN
 * @param messageId assigned by the SMSC, or null
 * @param commandStatus of submit_sm_resp, or null if there was none
 * @param error description without personal data, or null
 * @param at when the response came or the wait for it ended
 */
public record SegmentOutcome(
        int number, ReminderState state, String messageId, Integer commandStatus, String error, Instant at) {

    /** Whether the segment was provably not sent, so that there is nothing to record. */
    boolean unsent() {
        return state == ReminderState.QUEUED && commandStatus == null;
    }
}
