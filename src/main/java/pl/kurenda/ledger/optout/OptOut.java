package pl.kurenda.ledger.optout;

import java.time.Instant;
import pl.kurenda.recipient.Msisdn;

/**
 * A number that gets no reminders.
 *
 * @param phone the number
 * @param since when it was opted out
 * @param who opted it out; {@code resident} for a STOP by SMS
 * @param why reason that was given
 */
public record OptOut(Msisdn phone, Instant since, String who, String why) {}
