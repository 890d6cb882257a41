package pl.kurenda.message;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operator charges.
 *
 * @param segment PLN net for each segment, 0 or more, at most four decimals
 */
@ConfigurationProperties("kurenda.price")
public record PriceSettings(@DefaultValue("0.0700") BigDecimal segment) {
    private static final int DECIMALS = 4;

    /** @throws IllegalArgumentException with a sentence on the key, its value and what is allowed. */
    public PriceSettings {
        if (segment == null
                || segment.signum() < 0
                || segment.stripTrailingZeros().scale() > DECIMALS) {
            throw wrong(
                    "segment", segment, "PLN net for each segment, 0 or more, at most four decimals, such as 0.0700");
        }
        segment = segment.setScale(DECIMALS);
    }

    private static IllegalArgumentException wrong(String key, BigDecimal value, String allowed) {
        String found = value == null ? "empty" : value.toPlainString();
        return new IllegalArgumentException("kurenda.price." + key + " is " + found + "; allowed: " + allowed);
    }

    /**
     * @param segments 0 or more
     * @return PLN net, four decimals
     */
    public BigDecimal cost(int segments) {
        return segment.multiply(BigDecimal.valueOf(segments));
    }
}
