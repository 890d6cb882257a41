package pl.kurenda.delivery.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The public holidays as calendars print them. */
class PolishHolidaysTest {

    @ParameterizedTest
    @CsvSource({
        "2025,04-20 04-21 06-08 06-19",
        "2026,04-05 04-06 05-24 06-04",
        "2027,03-28 03-29 05-16 05-27",
        "2028,04-16 04-17 06-04 06-15",
        "2030,04-21 04-22 06-09 06-20"
    })
    void aYearHasTheseAndNoOthers(int year, String movable) {
        String fixed = "01-01 01-06 05-01 05-03 08-15 11-01 11-11 12-24 12-25 12-26";
        List<LocalDate> expected = Arrays.stream((fixed + " " + movable).split(" "))
                .map(day -> LocalDate.parse(year + "-" + day))
                .sorted()
                .toList();
        List<LocalDate> found = LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(PolishHolidays::isHoliday)
                .toList();
        assertThat(found).isEqualTo(expected);
    }
}
