package pl.kurenda.ledger.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    @Test
    void moneyIsWrittenAsThePolishWriteItAndCountsStay() {
        assertThat(Finding.of("EQUAL_AMOUNTS", 60, "99.00").text(POLISH)).contains("60 wierszach", "99,00 zł");
        assertThat(Finding.of("MAX_TOTAL", "1234567.80", "5940.00").text(POLISH))
                .contains("1\u00a0234\u00a0567,80 zł", "5\u00a0940,00 zł");
        assertThat(Finding.of("BUDGET_BATCH", "0.2799", "0", 2).text(POLISH)).contains("0,2799 zł", "2 przypomnień");
        assertThat(Finding.of("MAX_TOTAL", "1234.50", "5940.00").text(Locale.ENGLISH))
                .contains("1234.50 PLN", "5940.00 PLN");
    }
}
