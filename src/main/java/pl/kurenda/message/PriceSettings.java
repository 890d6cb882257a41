package pl.kurenda.message;

import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the operators charge for a segment: PLN net, 0 or more, at most four decimals. If several prices apply, the most
 * specific one counts, in this order: the source's price at the account, the source's price, the account's price, the
 * general price.
 *
 * @param segment the general price
 * @param accounts prices by the name of the account at the SMSC
 * @param sources prices by the name of the source
 */
@ConfigurationProperties("kurenda.price")
public record PriceSettings(
        @DefaultValue("0.0700") BigDecimal segment,
        @DefaultValue Map<String, BigDecimal> accounts,
        @DefaultValue Map<String, SourcePrice> sources) {
    private static final int DECIMALS = 4;

    /** @throws IllegalArgumentException with a sentence that names the key, its value and what is allowed */
    @ConstructorBinding
    public PriceSettings {
        check("segment", segment);
        accounts.forEach((account, price) -> check("accounts." + account, price));
        sources.forEach((source, own) -> own.check("sources." + source));
        segment = segment.setScale(DECIMALS);
    }

    /** One price for everything. */
    public PriceSettings(BigDecimal segment) {
        this(segment, Map.of(), Map.of());
    }

    /**
     * The prices of one source.
     *
     * @param segment price at accounts without their own; null means the same as for all sources
     * @param accounts prices by the name of the account at the SMSC
     */
    public record SourcePrice(
            BigDecimal segment, @DefaultValue Map<String, BigDecimal> accounts) {
        private static final SourcePrice NONE = new SourcePrice(null, Map.of());

        private void check(String key) {
            if (segment != null) {
                PriceSettings.check(key + ".segment", segment);
            }
            accounts.forEach((account, price) -> PriceSettings.check(key + ".accounts." + account, price));
        }
    }

    private static void check(String key, BigDecimal price) {
        if (price == null || price.signum() < 0 || price.stripTrailingZeros().scale() > DECIMALS) {
            throw new IllegalArgumentException("kurenda.price." + key + " is "
                    + (price == null ? "empty" : price.toPlainString())
                    + "; allowed: PLN net for each segment, 0 or more, at most four decimals, such as 0.0700");
        }
    }

    /** The price of one segment of the source accepted by this account at an SMSC, four decimals. */
    public BigDecimal of(String source, String account) {
        SourcePrice own = sources.getOrDefault(source, SourcePrice.NONE);
        BigDecimal price = own.accounts().get(account);
        if (price == null) {
            price = own.segment();
        }
        if (price == null) {
            price = accounts.getOrDefault(account, segment);
        }
        return price.setScale(DECIMALS);
    }

    /**
     * The most that segments of the source can cost, whichever account accepts them.
     *
     * @param segments 0 or more
     * @return PLN net, four decimals
     */
    public BigDecimal cost(String source, int segments) {
        SourcePrice own = sources.getOrDefault(source, SourcePrice.NONE);
        Stream<BigDecimal> elsewhere = own.segment() != null
                ? Stream.of(own.segment())
                : Stream.concat(Stream.of(segment), accounts.keySet().stream().map(account -> of(source, account)));
        return Stream.concat(elsewhere, own.accounts().values().stream())
                .max(BigDecimal::compareTo)
                .orElse(segment)
                .setScale(DECIMALS)
                .multiply(BigDecimal.valueOf(segments));
    }

    /** The names of all accounts that have their own price. */
    public Stream<String> namedAccounts() {
        return Stream.concat(
                accounts.keySet().stream(), sources.values().stream().flatMap(own -> own.accounts().keySet().stream()));
    }
}
