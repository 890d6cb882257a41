package pl.kurenda.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.money.AmountReading.Owed;
import pl.kurenda.money.AmountReading.Problem;

class AmountReadTest {

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "\t", "\u00A0", "\u202F\u00A0 "})
    void aBlankCellIsMissing(String cell) {
        assertThat(Amount.read(cell)).isEqualTo(Problem.MISSING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // can be read in two ways
                "12,345",
                "1.234",
                "1,234",
                "1.234 PLN",
                "123,456",
                "999.999 zł",
                "-12,345",
                // groups that are not of three digits, or begin with zeros
                "12,34,56",
                "1 23",
                "1 2345",
                "12 34,50",
                "1234 567,00",
                "1'23.00",
                "1.23,45",
                "1,2345.00",
                "1234.567,89",
                "1  234,00",
                "0 123,45",
                "000 123",
                "1.2345,6",
                // mixed marks
                "1.234 567,89",
                "1 234.567,89",
                "1,234,567,89",
                "1.234.56",
                "1,234,56",
                "1'234 567",
                "1.234,567.89",
                // decimals
                "1,234.567",
                "12,3456",
                "12.000",
                "1 234,567",
                "12,",
                "12.",
                ",50",
                ".50",
                "12,,50",
                "12 ,50",
                "12, 50",
                // not a sum
                "12,3x",
                "x12",
                "brak",
                "zł",
                "PLN",
                "12 EUR",
                "12€",
                "zł zł 12",
                "PLN 12 zł",
                "PLN PLN",
                "12 złzł",
                "12 zł PLN",
                "12 zł 50 gr",
                "12 zlzl",
                "12 zl..",
                "12 . zl",
                "1e3",
                "1E3",
                "0x10",
                "NaN",
                "Infinity",
                "½",
                "١٢",
                "１２",
                "--12",
                "- -12",
                "-",
                "-,50",
                "'",
                ".",
                ",",
                "=12",
                "12%",
                "12\n13",
                "1/2",
                "12;00",
                // more than any resident owes
                "100000000",
                "100 000 000,00",
                "99999999999999999999",
                "9223372036854775807",
                "18446744073709551617",
                "-100000000,00",
                "00000000000000000000000000000000000001"
            })
    void whatIsNotCertainIsInvalid(String cell) {
        assertThat(Amount.read(cell)).isEqualTo(Problem.INVALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0,00",
                "0.00",
                "0,0 zł",
                "000",
                "-0",
                "-0,00",
                "-5,00",
                "- 5,00",
                "-1 234,56 zł",
                "-1\u00A0234,56",
                "-1.234,56",
                "zł -5,00",
                "\u22125,00",
                "-99999999.99"
            })
    void nothingOrLessIsNotPositive(String cell) {
        assertThat(Amount.read(cell)).isEqualTo(Problem.NOT_POSITIVE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "12|1200",
                "12,3|1230",
                "12,34|1234",
                "12.34|1234",
                "0,01|1",
                "0012,50|1250",
                "1234|123400",
                "1234.56|123456",
                "1234567,8|123456780",
                "1 234|123400",
                "1 234,5 PLN|123450",
                "1 234 567,89|123456789",
                "1\u00A0234,56|123456",
                "1\u202F234\u202F567,89|123456789",
                "1 234\u00A0567,89|123456789",
                "1 234.56|123456",
                "1'234.50|123450",
                "1'234'567|123456700",
                "1.234,56|123456",
                "1,234.56|123456",
                "1.234.567,89|123456789",
                "1,234,567.89|123456789",
                "1.234.567|123456700",
                "1,234,567|123456700",
                "12 zł|1200",
                "12,34 zl|1234",
                "12,34 zł.|1234",
                "12,34zl.|1234",
                "zł 12|1200",
                "PLN 1 234,50|123450",
                "pln12.5|1250",
                "1\u2019234,50|123450",
                "12zł|1200",
                "12 ZŁ|1200",
                "12\u00A0zł|1200",
                "12,50PLN|1250",
                "12,50 pln|1250",
                "12,50\u202FPln |1250",
                "  12,50\t|1250",
                "99 999 999,99|9999999999",
                "99999999.99|9999999999"
            })
    void aCertainSumIsRead(String cell, long grosze) {
        assertThat(Amount.read(cell)).isEqualTo(new Owed(new Amount(grosze)));
    }

    @Property
    void noCellThrows(@ForAll String cell) {
        assertThat(Amount.read(cell)).isNotNull();
    }

    @Property(tries = 5000)
    void noCellThatLooksLikeASumThrows(@ForAll("sumLike") String cell) {
        assertThat(Amount.read(cell)).isNotNull();
    }

    @Property
    void everySumIsReadAsItIsWritten(
            @ForAll @LongRange(min = 1, max = 9_999_999_999L) long grosze,
            @ForAll("groupMarks") char group,
            @ForAll boolean comma) {
        char point = comma ? ',' : '.';
        DecimalFormatSymbols symbols = new DecimalFormatSymbols(Locale.ROOT);
        symbols.setGroupingSeparator(group == point ? ' ' : group);
        symbols.setDecimalSeparator(point);
        String written = new DecimalFormat("#,##0.00", symbols).format(BigDecimal.valueOf(grosze, 2));
        assertThat(Amount.read(written)).as(written).isEqualTo(new Owed(new Amount(grosze)));
        assertThat(Amount.read(new Amount(grosze).polish())).isEqualTo(new Owed(new Amount(grosze)));
        assertThat(Amount.read(new Amount(grosze).plain())).isEqualTo(new Owed(new Amount(grosze)));
    }

    @Provide
    Arbitrary<String> sumLike() {
        return Arbitraries.strings().withChars("0123456789,.' \u00A0-złPLN").ofMaxLength(40);
    }

    @Provide
    Arbitrary<Character> groupMarks() {
        return Arbitraries.of(' ', '\u00A0', '\u202F', '\'', '.', ',');
    }
}
