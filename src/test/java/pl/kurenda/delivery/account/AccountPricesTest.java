package pl.kurenda.delivery.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import pl.kurenda.message.PriceSettings;
import pl.kurenda.message.PriceSettings.SourcePrice;

class AccountPricesTest {
    private static final BigDecimal PRICE = new BigDecimal("0.0500");

    private final SmscAccounts accounts = SmscAccounts.real(AccountSettings.read(new MockEnvironment()
            .withProperty("kurenda.smscs.plus.host", "127.0.0.1")
            .withProperty("kurenda.smscs.plus.system-id", "k")
            .withProperty("kurenda.smscs.plus.password", "k")));

    @Test
    void anAccountHasItsPrice() {
        PriceSettings settings = new PriceSettings(BigDecimal.ONE, Map.of("plus", PRICE), Map.of());
        assertThat(new AccountPrices(settings, accounts).of("waste", "plus")).isEqualTo(PRICE);
    }

    @Test
    void aPriceOfNoAccountStopsTheStart() {
        for (PriceSettings wrong : List.of(
                new PriceSettings(BigDecimal.ONE, Map.of("plsu", PRICE), Map.of()),
                new PriceSettings(
                        BigDecimal.ONE, Map.of(), Map.of("tax", new SourcePrice(null, Map.of("plsu", PRICE)))))) {
            assertThatThrownBy(() -> new AccountPrices(wrong, accounts))
                    .hasMessage("kurenda.price has a price for the account 'plsu' at an SMSC; allowed: plus");
        }
    }
}
