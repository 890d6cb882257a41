package pl.kurenda.ledger.dispatch;

import java.time.Instant;
import pl.kurenda.ledger.core.ReminderState;

/**
 * What became of the submit of one segment.
 *
 * @param number from 1
 * @param state ENROUTE, REJECTED, QUEUED (proven unsent, will be tried again) or UNKNOWN
 * @param messageId as the SMSC gave it, or null
 * @param commandStatus of submit_sm_resp, or null where there was none
 * @param error in words, without personal data, or null
 * @param at when the answer came or was given up
 */
public record SegmentOutcome(
        int number, ReminderState state, String messageId, Integer commandStatus, String error, Instant at) {

    /** Whether it provably never left, so that there is nothing to be known of it. */
    boolean unsent() {
        return state == ReminderState.QUEUED && commandStatus == null;
    }
}
