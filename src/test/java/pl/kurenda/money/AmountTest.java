package pl.kurenda.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AmountTest {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void refusesWhatIsNotOwed(long grosze) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Amount(grosze));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1|0.01|0,01", "10|0.10|0,10", "100|1.00|1,00", "123456|1234.56|1234,56"})
    void isWrittenForMachinesAndForPeople(long grosze, String plain, String polish) {
        assertThat(new Amount(grosze).plain()).isEqualTo(plain);
        assertThat(new Amount(grosze).polish()).isEqualTo(polish);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0.00|0,00", "-1|-0.01|-0,01", "-123456|-1234.56|-1234,56"})
    void sumsMayBeNothingOrLess(long grosze, String plain, String polish) {
        assertThat(Grosze.plain(grosze)).isEqualTo(plain);
        assertThat(Grosze.polish(grosze)).isEqualTo(polish);
    }
}
