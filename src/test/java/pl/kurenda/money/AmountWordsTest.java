package pl.kurenda.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountWordsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "1            | jeden grosz",
                "2            | dwa grosze",
                "5            | pięć groszy",
                "12           | dwanaście groszy",
                "22           | dwadzieścia dwa grosze",
                "99           | dziewięćdziesiąt dziewięć groszy",
                "100          | jeden złoty",
                "101          | jeden złoty jeden grosz",
                "200          | dwa złote",
                "304          | trzy złote cztery grosze",
                "500          | pięć złotych",
                "1100         | jedenaście złotych",
                "1200         | dwanaście złotych",
                "1400         | czternaście złotych",
                "2100         | dwadzieścia jeden złotych",
                "2200         | dwadzieścia dwa złote",
                "11200        | sto dwanaście złotych",
                "12300        | sto dwadzieścia trzy złote",
                "10100        | sto jeden złotych",
                "20050        | dwieście złotych pięćdziesiąt groszy",
                "90909        | dziewięćset dziewięć złotych dziewięć groszy",
                "100000       | tysiąc złotych",
                "100100       | tysiąc jeden złotych",
                "101200       | tysiąc dwanaście złotych",
                "123456       | tysiąc dwieście trzydzieści cztery złote pięćdziesiąt sześć groszy",
                "200000       | dwa tysiące złotych",
                "500000       | pięć tysięcy złotych",
                "1200200      | dwanaście tysięcy dwa złote",
                "2100000      | dwadzieścia jeden tysięcy złotych",
                "2200000      | dwadzieścia dwa tysiące złotych",
                "10000000     | sto tysięcy złotych",
                "100000000    | milion złotych",
                "200000000    | dwa miliony złotych",
                "500000000    | pięć milionów złotych",
                "2200000300   | dwadzieścia dwa miliony trzy złote",
                "123456789    | milion dwieście trzydzieści cztery tysiące pięćset sześćdziesiąt siedem złotych osiemdziesiąt dziewięć groszy",
                "9999999999   | dziewięćdziesiąt dziewięć milionów dziewięćset dziewięćdziesiąt dziewięć tysięcy dziewięćset dziewięćdziesiąt dziewięć złotych dziewięćdziesiąt dziewięć groszy",
                "200000000000 | dwa miliardy złotych"
            })
    void itIsDeclined(long grosze, String words) {
        assertThat(new Amount(grosze).words()).isEqualTo(words);
    }

    @Test
    void noTwoAmountsReadTheSame() {
        Set<String> all = new HashSet<>();
        for (long grosze = 1; grosze <= 120_000; grosze++) {
            assertThat(all.add(new Amount(grosze).words())).as("%d", grosze).isTrue();
        }
    }
}
