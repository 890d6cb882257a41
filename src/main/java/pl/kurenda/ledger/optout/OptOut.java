package pl.kurenda.ledger.optout;

import java.time.Instant;
import pl.kurenda.recipient.Msisdn;

/**
 * A number that nobody is to remind.
 *
 * @param phone the number
 * @param since when it was opted out
 * @param who did it; {@code resident} for a STOP by SMS
 * @param why as it was said
 */
public record OptOut(Msisdn phone, Instant since, String who, String why) {}
