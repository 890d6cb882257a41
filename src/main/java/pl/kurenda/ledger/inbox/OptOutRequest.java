package pl.kurenda.ledger.inbox;

import java.time.Instant;
import pl.kurenda.recipient.Msisdn;

/**
 * A resident's message that asks for no more reminders. What else it said is not kept.
 *
 * @param smsc name of the SMSC it came from
 * @param phone who wrote
 * @param addressed whom the resident wrote to, up to 21 characters
 * @param receivedAt when it arrived
 */
public record OptOutRequest(String smsc, Msisdn phone, String addressed, Instant receivedAt) implements InboundMessage {

    /** Without the number. */
    @Override
    public String toString() {
        return "StopRequest[" + phone.masked() + "]";
    }
}
