package pl.kurenda.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.money.AmountReading.Owed;
import pl.kurenda.money.AmountReading.Problem;

/** Amounts with plus or minus as bookkeeping programs and people write them. */
class AmountSignsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"+-12,00", "++12,00", "+ 12,00", "-12,00-", "(-12,00)", "(12,00", "12,00+", "()", "+", "12,---"})
    void signsThatNobodyWritesAreInvalid(String cell) {
        assertThat(Amount.read(cell)).isEqualTo(Problem.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12,00-",
                "1 234,56- zł",
                "(12,00)",
                "(1 234,56) PLN",
                "-   zł",
                "- zł",
                "\u20135,00",
                "\u2013 5,00 zł"
            })
    void lessThanNothingIsNotPositive(String cell) {
        assertThat(Amount.read(cell)).isEqualTo(Problem.NOT_POSITIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+12,00|1200",
                "12,-|1200",
                "12,-- zł|1200",
                "1.234,-|123400",
                "12.-|1200",
                "1\u2009234,00|123400",
                "1\u2007234,00|123400"
            })
    void aCertainSumIsRead(String cell, long grosze) {
        assertThat(Amount.read(cell)).isEqualTo(new Owed(new Amount(grosze)));
    }
}
