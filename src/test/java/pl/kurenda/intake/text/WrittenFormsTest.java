package pl.kurenda.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.intake.answer.AmountNotation;
import pl.kurenda.intake.row.NotationSummary;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;

/** How amounts and dates are written, as the receipt states it. */
class WrittenFormsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "12                 | none  | none         | none",
                "12,5               | comma | none         | none",
                "1234.56            | dot   | none         | none",
                "1 234,56           | comma | space        | none",
                "1\u00a0234,56 zł   | comma | nbsp         | zł",
                "1\u202f234,56      | comma | narrow-nbsp  | none",
                "1\u2009234         | none  | thin-space   | none",
                "1\u2007234         | none  | figure-space | none",
                "1'234.56           | dot   | apostrophe   | none",
                "1\u2019234.56      | dot   | apostrophe   | none",
                "1.234,56           | comma | dot          | none",
                "1,234.56           | dot   | comma        | none",
                "1.234.567          | none  | dot          | none",
                "12,- zł            | comma | none         | zł",
                "12 ZL              | none  | none         | zl",
                "12 zł.             | none  | none         | zł",
                "PLN 1 234,5        | comma | space        | PLN",
                "12pln              | none  | none         | PLN"
            })
    void marksOfAnAmount(String cell, String decimal, String thousands, String currency) {
        assertThat(Amount.read(cell)).isInstanceOf(AmountReading.Owed.class);
        NotationSummary notation = new NotationSummary();
        notation.seeAmount(cell);
        assertThat(notation.amounts())
                .isEqualTo(new AmountNotation(List.of(decimal), List.of(thousands), List.of(currency)));
    }

    @ParameterizedTest
    @CsvSource({
        "15.10.2026, dd.mm.yyyy",
        "1.2.2026 r., dd.mm.yyyy",
        "1.2.26, dd.mm.yy",
        "2026-10-15, yyyy-mm-dd",
        "2026/10/15, yyyy/mm/dd",
        "2026.10.15, yyyy.mm.dd",
        "'czwartek, 15.10.2026', dd.mm.yyyy",
        "do dnia 5. 10. 2026, dd.mm.yyyy",
        "15-paź-26, d-month-yyyy",
        "15.X.2026, d-month-yyyy",
        "15/10/2026, dd/mm/yyyy",
        "15-10-2026, dd-mm-yyyy",
        "20261015, yyyymmdd",
        "46310, excel-serial",
        "'46310,00', excel-serial",
        "15 października 2026, d-month-yyyy",
        "15. października 2026, d-month-yyyy",
        "2026-10-15 13:45, yyyy-mm-dd with-time",
        "'5.10.2026, 13:45', dd.mm.yyyy with-time"
    })
    void formOfADay(String cell, String forms) {
        assertThat(DueDate.read(cell)).isPresent();
        NotationSummary notation = new NotationSummary();
        notation.seeDay(cell);
        assertThat(notation.days()).containsExactly(forms.split(" "));
    }

    @Test
    void nothingIsSaidOfWhatIsNotThere() {
        assertThat(new NotationSummary().amounts()).isNull();
        assertThat(new NotationSummary().days()).isNull();
    }

    @Test
    void eachHasItsWordsInBothLanguages() {
        NotationSummary notation = new NotationSummary();
        List.of(
                        "12",
                        "1 234,5",
                        "1'234.5 zl",
                        "1.234,5 PLN",
                        "1,234.5",
                        "1\u00a0234",
                        "1\u202f234",
                        "1\u2009234",
                        "1\u2007234")
                .forEach(notation::seeAmount);
        notation.seeAmount("12 zł");
        List.of("1.2.2026", "1.2.26", "2026-10-15", "2026/10/15", "15/10/2026", "15-10-2026", "20261015 13:45")
                .forEach(notation::seeDay);
        List.of("46310", "15 października 2026").forEach(notation::seeDay);
        assertThat(notation.amounts().thousands()).hasSize(8);
        assertThat(notation.days()).hasSize(10);
        for (Locale locale : List.of(Locale.ROOT, Locale.forLanguageTag("pl"))) {
            Texts texts = Texts.of(locale);
            for (List<String> names : List.of(
                    notation.amounts().decimal(),
                    notation.amounts().thousands(),
                    notation.amounts().currency(),
                    notation.days())) {
                names.forEach(name -> assertThat(texts.get("mark." + name)).isNotBlank());
            }
        }
    }
}
