package pl.kurenda.ledger.core;

import java.math.BigDecimal;

/** What a segment costs at the account that accepts it: asked once, when the acceptance is recorded, and kept with it. */
@FunctionalInterface
public interface SegmentPrices {

    /**
     * The price of now.
     *
     * @param source as the ledger calls it
     * @param smsc name of the account at the SMSC
     * @return PLN net, four decimals; null: as the intake reckoned
     */
    BigDecimal of(String source, String smsc);
}
