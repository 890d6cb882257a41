package pl.kurenda.ledger.optout;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The message that tells a resident that the opt-out is in force.
 *
 * @param sender source address of the SMS
 * @param text as it goes on the air, up to 1000 characters
 * @param alphabet name of the text's alphabet
 * @param segments 1 to 6
 * @param cost of all segments, PLN, four decimals
 * @param worth how long it is worth sending
 */
public record Confirmation(
        String sender, String text, String alphabet, int segments, BigDecimal cost, Duration worth) {}
