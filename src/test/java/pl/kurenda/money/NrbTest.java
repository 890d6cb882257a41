package pl.kurenda.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NrbTest {
    /** The Polish example in the IBAN registry of ISO 13616. */
    private static final String RIGHT = "61109010140000071219812874";

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "61109010140000071219812875",
                "16109010140000071219812874",
                "6110901014000007121981287",
                "611090101400000712198128740",
                "DE61109010140000071219812874",
                "PLPL61109010140000071219812874",
                "PL",
                "61109010140000071219812874PL",
                "61 1090 1014 0000 0712 1981 2874 x",
                "61/1090/1014/0000/0712/1981/2874",
                "00000000000000000000000000",
                "６1109010140000071219812874"
            })
    void whatIsNoAccountNumberIsNotRead(String cell) {
        assertThat(Nrb.read(cell)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RIGHT,
                "PL" + RIGHT,
                "pl" + RIGHT,
                "61 1090 1014 0000 0712 1981 2874",
                "PL61 1090 1014 0000 0712 1981 2874",
                "PL 61 1090 1014 0000 0712 1981 2874",
                "61-1090-1014-0000-0712-1981-2874",
                " " + RIGHT + "\r\n",
                "61\u00A01090\u00A01014\u00A00000\u00A00712\u00A01981\u00A02874",
                "61\u202F10901014 0000\t071219812874"
            })
    void theSameAccountIsReadHoweverItIsSpelt(String cell) {
        assertThat(Nrb.read(cell)).contains(new Nrb(RIGHT));
    }

    @Test
    void refusesAWrongNumberAndDoesNotRepeatIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nrb("61109010140000071219812875"))
                .withMessage("not an account number: 26 digits with right check digits are needed");
    }

    @Test
    void showsItselfMaskedOnly() {
        assertThat(new Nrb(RIGHT)).hasToString("NRB *2874");
        assertThat(new Nrb(RIGHT).digits()).isEqualTo(RIGHT);
    }

    @Property
    void checkDigitsThatAreMadeByTheRuleAreRight(@ForAll("bban") String bban) {
        assertThat(Nrb.read(withCheck(bban))).isPresent();
    }

    @Property
    void oneWrongDigitIsFound(
            @ForAll("bban") String bban,
            @ForAll @IntRange(max = 25) int at,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        StringBuilder wrong = new StringBuilder(withCheck(bban));
        wrong.setCharAt(at, (char) ('0' + (wrong.charAt(at) - '0' + by) % 10));
        assertThat(Nrb.read(wrong.toString())).isEmpty();
    }

    /** 00, 01 and 99 have the remainders of 97, 98 and 02, but the rule never produces them. */
    @Property
    void onlyOneCheckIsRightForAnAccount(@ForAll("bban") String bban) {
        long right = IntStream.range(0, 100)
                .filter(check -> Nrb.read("%02d%s".formatted(check, bban)).isPresent())
                .count();
        assertThat(right).isEqualTo(1);
    }

    @Property
    void noCellThrows(@ForAll String cell) {
        assertThat(Nrb.read(cell)).isNotNull();
    }

    @Provide
    Arbitrary<String> bban() {
        return Arbitraries.strings().numeric().ofLength(24);
    }

    private static String withCheck(String bban) {
        int rest = new BigInteger(bban + "252100").mod(BigInteger.valueOf(97)).intValue();
        return "%02d%s".formatted(98 - rest, bban);
    }
}
