package pl.kurenda.ledger.optout;

import java.time.Instant;

/**
 * A number that nobody is to remind, in a list that shows no full number.
 *
 * @param id of the change that opted it out
 * @param maskedPhone with only the last digits
 * @param since when it was opted out
 * @param who did it; {@code resident} for a STOP by SMS
 * @param why as it was said
 */
public record OptOutEntry(long id, String maskedPhone, Instant since, String who, String why) {}
