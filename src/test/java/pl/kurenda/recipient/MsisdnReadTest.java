package pl.kurenda.recipient;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.recipient.PhoneReading.Mobile;
import pl.kurenda.recipient.PhoneReading.Problem;

class MsisdnReadTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t", "\u00A0", "\u202F \u00A0", "\r\n"})
    void aBlankCellIsMissing(String cell) {
        assertThat(Msisdn.read(cell)).isEqualTo(Problem.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "brak",
                "5012345",
                "50123456",
                "5012345678",
                "0501234567",
                "0 501 234 567",
                "112",
                "-",
                "+",
                "+48",
                "00",
                "501 234 567 wew. 5",
                "501234567x5",
                "501234567 ext 5",
                "501234567;ext=5",
                "501234567#5",
                "501234567*",
                "tel. 501234567",
                "tel:501234567",
                "1-800-FLOWERS",
                "+1 800 FLOWERS",
                "5o1234567",
                "501234567?",
                "5.01235E+08",
                "4,8601E+10",
                "501234567/568",
                "501234567, 12",
                "501234567, brak",
                "501,234,567",
                "501 234 567 601 234 567",
                "501234567 lub",
                "(0) 501 234 567",
                "48 (0) 501 234 567",
                "+48 501 (0) 234 567",
                "501234567.5",
                "501234567,12",
                "50123456.0",
                "50123456,00",
                "5012345.67",
                "5012345,67",
                "50123456.7",
                "+508512345",
                "00508512345",
                "+48508.12",
                "601 23 45/46",
                "601 23 45 / 6",
                "601-23-45/46",
                "++48501234567",
                "+48+48501234567",
                "48+501234567",
                "501234567+",
                "+501234567",
                "48 48 501 234 567",
                "0000501234567",
                "4915123456789",
                "380501234567",
                "٥٠١٢٣٤٥٦٧",
                "５０１２３４５６７",
                "＋48501234567",
                "501\u200B234567",
                "501_234_567",
                "'501234567",
                "=501234567",
                "000000000",
                "999999999",
                "123456789012345678901234567890"
            })
    void whatIsNoPossibleNumberIsInvalid(String cell) {
        assertThat(Msisdn.read(cell)).isEqualTo(Problem.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "22 628 12 34",
                "226281234",
                "(22) 628-12-34",
                "22/628.12.34",
                "+48 22 628 12 34",
                "0048226281234",
                "486281234",
                "48486281234",
                "801 123 456",
                "800 123 456",
                "700 123 456",
                "39 123 45 67",
                "+44 20 7946 0958",
                "+49 30 901820",
                "+800 1234 5678",
                "22 628 12 34, 22 628 12 35",
                "1234567 / 226281234"
            })
    void aValidNumberOfAnotherKindIsNotMobile(String cell) {
        assertThat(Msisdn.read(cell)).isEqualTo(Problem.NOT_MOBILE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "501234567",
                "501 234 567",
                "501-234-567",
                "501.234.567",
                "501/234/567",
                "501234567.0",
                "501234567,0",
                "501234567.00",
                "48501234567.0",
                "+48501234567.0",
                "+48501234567",
                "+48 501 234 567",
                "48501234567",
                "48 501 234 567",
                "0048501234567",
                "00 48 501 234 567",
                "(+48) 501-234-567",
                "+(48) 501 234 567",
                "[48] 501234567",
                "  501234567  ",
                "501\u00A0234\u00A0567",
                "501\u202F234\u202F567",
                "501\t234\t567",
                "501234567\r\n",
                "5 0 1 2 3 4 5 6 7",
                "50 12 34 567",
                "+48 (0) 501 234 567",
                "+48(0)501234567",
                "0048 (0) 501-234-567",
                "501\u2013234\u2013567",
                "501\u2011234\u2011567",
                "501234567,",
                "501234567, 601234567",
                "501234567;601234567",
                "501234567/601234567",
                "501 234 567 / 601 234 567",
                "501 234 567|601 234 567",
                "501234567\n601234567",
                "501234567 601234567",
                "501 234 567, 601 234 567, 701 234 567",
                "501-234-567 lub 22 628 12 34",
                "22 628 12 34, 501 234 567",
                "22 628 12 34 / 501 234 567",
                "1234567, 501234567"
            })
    void aPolishMobileIsTheSameHoweverItIsSpelt(String cell) {
        assertThat(Msisdn.read(cell)).isEqualTo(new Mobile(new Msisdn("48501234567")));
    }

    @ParameterizedTest
    @CsvSource({
        "+49 1512 3456789,4915123456789",
        "+49 (0) 1512 3456789,4915123456789",
        "0049 (0)1512 3456789,4915123456789",
        "+44 (0)7911 123456,447911123456",
        "0049 1512 3456789,4915123456789",
        "+380 50 123 45 67,380501234567",
        "00380501234567,380501234567",
        "+44 7911 123456,447911123456",
        "+1 202-555-0123,12025550123",
        "+39 312 345 6789,393123456789"
    })
    void aForeignMobileInInternationalFormIsTaken(String cell, String digits) {
        assertThat(Msisdn.read(cell)).isEqualTo(new Mobile(new Msisdn(digits)));
    }

    @ParameterizedTest
    @CsvSource({
        "'4,8601E+10',true",
        "4.8601234567E+10,true",
        "5e8,true",
        "'5,E8',true",
        "'+4,86E+10',true",
        "501234567,false",
        "E+10,false",
        "5012E3x,false"
    })
    void aNumberInScientificNotationHasLostDigits(String cell, boolean lost) {
        assertThat(Msisdn.hasLostDigits(cell)).isEqualTo(lost);
        assertThat(Msisdn.hasLostDigits(null)).isFalse();
    }

    /** The shortcut for whole mobile ranges agrees with the library over the whole numbering plan. */
    @Test
    void theVerdictIsTheLibrarysForEveryPrefixOfFourDigits() {
        List<String> different = new ArrayList<>();
        for (int prefix = 0; prefix < 10_000; prefix++) {
            for (String tail : List.of("00000", "99999", "23456")) {
                String national = "%04d%s".formatted(prefix, tail);
                for (String written : List.of(national, "48" + national, "+48" + national, "0048" + national)) {
                    if (!Msisdn.read(written).equals(library(written))) {
                        different.add(written);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    private static PhoneReading library(String written) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(written, "PL");
            if (!util.isValidNumber(number)) {
                return Problem.INVALID;
            }
            boolean mobile = util.getNumberType(number) == PhoneNumberType.MOBILE;
            String digits = "" + number.getCountryCode() + util.getNationalSignificantNumber(number);
            return mobile ? new Mobile(new Msisdn(digits)) : Problem.NOT_MOBILE;
        } catch (NumberParseException e) {
            return Problem.INVALID;
        }
    }
}
