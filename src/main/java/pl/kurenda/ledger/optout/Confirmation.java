package pl.kurenda.ledger.optout;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * The message that confirms an opt-out to a resident.
 *
 * @param sender source address of the SMS
 * @param text as it is sent, up to 1000 characters
 * @param alphabet name of the alphabet of the text
 * @param segments 1 to 6
 * @param cost of all segments, PLN, four decimals
 * @param worth how long the message may still be sent
 */
public record Confirmation(
        String sender, String text, String alphabet, int segments, BigDecimal cost, Duration worth) {}
