package pl.kurenda.ledger.optout;

import java.time.Instant;

/**
 * An opted-out number in a list with masked numbers.
 *
 * @param id of the change that opted it out
 * @param maskedPhone with only the last digits
 * @param since when it was opted out
 * @param who opted it out; {@code resident} for a STOP by SMS
 * @param why reason that was given
 */
public record OptOutEntry(long id, String maskedPhone, Instant since, String who, String why) {}
