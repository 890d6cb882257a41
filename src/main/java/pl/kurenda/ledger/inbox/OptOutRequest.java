package pl.kurenda.ledger.inbox;

import java.time.Instant;
import pl.kurenda.recipient.Msisdn;

/**
 * A message in which a resident asks for no more reminders. The rest of its text is not kept.
 *
 * @param smsc name of the SMSC it came from
 * @param phone that sent it
 * @param addressed number that the resident wrote to, up to 21 characters
 * @param receivedAt when it arrived
 */
public record OptOutRequest(String smsc, Msisdn phone, String addressed, Instant receivedAt) implements InboundMessage {

    /** Leaves out the phone number. */
    @Override
    public String toString() {
        return "StopRequest[" + phone.masked() + "]";
    }
}
