package pl.kurenda.delivery.account;

import java.math.BigDecimal;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.SegmentPrices;
import pl.kurenda.message.PriceSettings;

/** The configured prices, checked against the configured accounts. */
@Component
class AccountPrices implements SegmentPrices {
    private final PriceSettings prices;

    /** @throws IllegalArgumentException if a price is set for an account that does not exist */
    AccountPrices(PriceSettings prices, SmscAccounts accounts) {
        this.prices = prices;
        TreeSet<String> names =
                accounts.all().stream().map(SmscAccount::name).collect(Collectors.toCollection(TreeSet::new));
        prices.namedAccounts()
                // a demo may be given production settings
                .filter(name -> !accounts.simulator() && !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new IllegalArgumentException("kurenda.price has a price for the account '" + name
                            + "' at an SMSC; allowed: " + String.join(", ", names));
                });
    }

    @Override
    public BigDecimal of(String source, String smsc) {
        return prices.of(source, smsc);
    }
}
