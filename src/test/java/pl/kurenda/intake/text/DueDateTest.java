package pl.kurenda.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DueDateTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31.02.2026",
                "2026-02-31",
                "29.02.2025",
                "00.10.2026",
                "10.13.2026",
                "2026-13-01",
                "1/10/2026",
                "1.1.1",
                "1.10.202",
                "001.10.2026",
                "15.10/2026",
                "15-10/2026",
                "15-10-26",
                "1-10-2026",
                "31-02-2026",
                "2026/10-15",
                "2026/13/01",
                "r.",
                "46310 r.x",
                "15.10.0000",
                "01.12.0026",
                "31.12.1989",
                "9999-12-31",
                "15.10.20261",
                "15 10 2026",
                "jutro",
                "40178",
                "54789",
                "4631",
                "463100",
                "46310,5",
                "2026-10-15T00:00:00Z",
                "2026-10-15 23:30+02:00",
                "2026-10-15 12:60",
                "2026-10-15 1:45 PM",
                "2026-10-15 13",
                "1899-12-31 13:45",
                "13:45",
                "46310 13:45",
                "2026-10-15 24:00",
                "2026-02-31 00:00:00",
                "\u0661\u0665.10.2026",
                "46310 00:00",
                "20261345",
                "20260231",
                "19991015",
                "15 smarca 2026",
                "32 marca 2026",
                "15 marca 26"
            })
    void refusesWhatIsNoDay(String cell) {
        assertThat(DueDate.read(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15.10.2026, 2026-10-15",
        "15/10/2026, 2026-10-15",
        "15-10-2026, 2026-10-15",
        "2026/10/15, 2026-10-15",
        "15.10.2026 r., 2026-10-15",
        "15.10.2026r, 2026-10-15",
        "15-10-2026 r, 2026-10-15",
        "2026-10-15, 2026-10-15",
        "15.10.26, 2026-10-15",
        "29.02.2028, 2028-02-29",
        "1.12.2026, 2026-12-01",
        "01.2.2026, 2026-02-01",
        "1.2.26, 2026-02-01",
        "46310, 2026-10-15",
        "46310.0, 2026-10-15",
        "'46310,00', 2026-10-15",
        "40179, 2010-01-01",
        "54788, 2049-12-31",
        "2026-10-15 00:00:00, 2026-10-15",
        "2026-10-15T00:00:00, 2026-10-15",
        "2026-10-15 13:45, 2026-10-15",
        "2026-10-15T23:59:59.123, 2026-10-15",
        "15/10/2026 13:45, 2026-10-15",
        "'5.10.2026, 13:45:30', 2026-10-05",
        "15.10.2026 r. 9:05, 2026-10-15",
        "1.2.26 9:05, 2026-02-01",
        "15 października 2026 13:45, 2026-10-15",
        "2026-10-15 00:00:00.000, 2026-10-15",
        "15.10.2026 00:00, 2026-10-15",
        "15.10.2026 0:00:00, 2026-10-15",
        "20261015, 2026-10-15",
        "15 października 2026, 2026-10-15",
        "5 WRZEŚNIA 2026 r., 2026-09-05",
        "1 stycznia 2027, 2027-01-01",
        "2026-1-5, 2026-01-05",
        "2026.10.15, 2026-10-15"
    })
    void readsDays(String cell, LocalDate day) {
        assertThat(DueDate.read(cell)).contains(day);
    }

    @Property
    void readsWhatProgramsWrite(@ForAll @IntRange(min = 40179, max = 54788) int serial, @ForAll("forms") String form) {
        LocalDate day = LocalDate.of(1899, 12, 30).plusDays(serial);
        assertThat(DueDate.read(DateTimeFormatter.ofPattern(form).format(day))).contains(day);
        assertThat(DueDate.read(String.valueOf(serial))).contains(day);
    }

    @Provide
    Arbitrary<String> forms() {
        return Arbitraries.of(
                "dd.MM.uuuu", "d.M.uuuu", "dd.MM.uu", "dd/MM/uuuu", "uuuu-MM-dd", "uuuu-MM-dd' 00:00:00'", "d.M.uu");
    }

    @Property
    void noCellThrows(@ForAll String cell) {
        assertThat(DueDate.read(cell)).isNotNull();
    }

    @Property(tries = 5000)
    void noCellThatLooksLikeADayThrowsOrGivesADayOfAnotherTime(@ForAll("dayLike") String cell) {
        assertThat(DueDate.read(cell))
                .satisfies(found ->
                        found.ifPresent(day -> assertThat(day.getYear()).isBetween(1990, 2099)));
    }

    @Provide
    Arbitrary<String> dayLike() {
        return Arbitraries.strings().withChars("0123456789.-/ :T").ofMaxLength(20);
    }

    @Test
    void writesDaysForPeople() {
        assertThat(DueDate.polish(LocalDate.of(2026, 1, 5))).isEqualTo("05.01.2026");
        assertThat(DueDate.polish(null)).isEmpty();
    }
}
