package pl.kurenda.ledger.core;

import java.math.BigDecimal;

/**
 * Gives the price of a segment at the account that accepts it. The price is read once, when the acceptance is recorded,
 * and stored with it.
 */
@FunctionalInterface
public interface SegmentPrices {

    /**
     * Returns the current price.
     *
     * @param source name of the source in the ledger
     * @param smsc name of the account at the SMSC
     * @return PLN net, four decimals; null for the price calculated at intake
     */
    BigDecimal of(String source, String smsc);
}
