package pl.kurenda.delivery.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SendWindowTest {
    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Mon",
                "8-20",
                "Mon-Sat 20:00-08:00",
                "Mon-Sat 8:00-20:00",
                "Pon-Sob 08:00-20:00",
                "Mon-Sat 08:00-25:00"
            })
    void whatCannotBeReadIsRefusedWithAnExample(String text) {
        assertThatThrownBy(() -> SendWindow.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Mon-Sat 08:00-20:00");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T07:59:59,false,Tuesday before eight",
        "2026-11-24T08:00:00,true,opens",
        "2026-11-24T19:59:59,true,last second",
        "2026-11-24T20:00:00,false,closes",
        "2026-11-24T03:00:00,false,night",
        "2026-11-28T12:00:00,true,Saturday",
        "2026-11-29T12:00:00,false,Sunday",
        "2026-11-11T12:00:00,false,Independence Day",
        "2026-12-24T12:00:00,false,Christmas Eve",
        "2027-03-29T12:00:00,false,Easter Monday",
        "2027-05-27T12:00:00,false,Corpus Christi",
        "2026-10-26T08:00:00,true,first working day of winter time",
        "2027-03-29T08:00:00,false,Easter Monday after the clock change"
    })
    void keepsPeopleFromBeingWrittenToAtNightAndOnDaysOff(LocalDateTime local, boolean open, String why) {
        Instant moment = local.atZone(WARSAW).toInstant();
        assertThat(SendWindow.parse("Mon-Sat 08:00-20:00").isOpen(moment, WARSAW))
                .as(why)
                .isEqualTo(open);
    }

    @Test
    void severalSpansAndWrappedWeeks() {
        SendWindow window = SendWindow.parse("mon-fri 08:00-12:00, Sat-Sun 10:00-11:00");
        assertThat(window.isOpen(at("2026-11-28T10:30:00"), WARSAW)).isTrue();
        assertThat(window.isOpen(at("2026-11-27T10:30:00"), WARSAW)).isTrue();
        assertThat(window.isOpen(at("2026-11-27T12:30:00"), WARSAW)).isFalse();
        SendWindow wrapped = SendWindow.parse("Sat-Mon 08:00-12:00");
        assertThat(wrapped.isOpen(at("2026-11-29T10:30:00"), WARSAW)).isTrue();
        assertThat(wrapped.isOpen(at("2026-11-24T10:30:00"), WARSAW)).isFalse();
    }

    @Test
    void theClosingIsThatOfTheDayInItsZone() {
        SendWindow window = SendWindow.parse("Mon-Sat 08:00-20:00");
        assertThat(window.closing(at("2026-11-24T19:00:00"), WARSAW)).contains(Instant.parse("2026-11-24T19:00:00Z"));
        assertThat(window.closing(at("2026-07-24T19:00:00"), WARSAW)).contains(Instant.parse("2026-07-24T18:00:00Z"));
        assertThat(window.closing(at("2026-11-24T21:00:00"), WARSAW)).isEmpty();
        assertThat(SendWindow.parse("always").closing(at("2026-11-24T21:00:00"), WARSAW))
                .isEmpty();
        assertThat(SendWindow.parse("Always").isOpen(at("2026-11-29T03:00:00"), WARSAW))
                .isTrue();
    }

    @Test
    void theOpeningIsThatOfTheSpanThatCovers() {
        SendWindow window = SendWindow.parse("Mon-Sat 08:00-12:00, Mon-Sat 13:00-20:00");
        assertThat(window.opening(at("2026-11-24T19:00:00"), WARSAW)).contains(at("2026-11-24T13:00:00"));
        assertThat(window.opening(at("2026-11-24T12:30:00"), WARSAW)).isEmpty();
        assertThat(window.opening(at("2026-11-11T10:00:00"), WARSAW))
                .as("a public holiday")
                .isEmpty();
        assertThat(SendWindow.parse("always").opening(at("2026-11-24T03:00:00"), WARSAW))
                .contains(Instant.EPOCH);
    }

    @Test
    void spansThatJoinOrOverlapAreOne() {
        SendWindow window = SendWindow.parse("Mon-Fri 08:00-12:00, Mon-Fri 12:00-16:00, Tue 15:00-20:00");
        assertThat(window.closing(at("2026-11-24T11:59:00"), WARSAW)).contains(at("2026-11-24T20:00:00"));
        assertThat(window.closing(at("2026-11-25T11:59:00"), WARSAW)).contains(at("2026-11-25T16:00:00"));
        assertThat(window.opening(at("2026-11-24T19:00:00"), WARSAW)).contains(at("2026-11-24T08:00:00"));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-24T10:00:00,2026-11-24T10:00:00,open",
        "2026-11-24T07:00:00,2026-11-24T08:00:00,today",
        "2026-11-24T20:00:00,2026-11-25T08:00:00,tomorrow",
        "2026-12-23T20:00:00,2026-12-28T08:00:00,after Christmas and a Sunday",
        "2027-03-27T20:00:00,2027-03-30T08:00:00,after Easter and the clock change",
        "2026-10-24T20:00:00,2026-10-26T08:00:00,after the other clock change"
    })
    void theNextOpeningIsThatOfTheNextDayThatHasOne(String now, String opening, String why) {
        assertThat(SendWindow.parse("Mon-Sat 08:00-20:00").next(at(now), WARSAW))
                .as(why)
                .isEqualTo(at(opening));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25,PT13H,two o'clock comes twice",
        "2026-03-29,PT11H,there is no half past two",
        "2026-11-15,PT12H,any other Sunday"
    })
    void onADayOfClockChangeTheWindowIsThatOfTheClockOnTheWall(LocalDate day, Duration length, String why) {
        Instant midnight = day.atStartOfDay(WARSAW).toInstant();
        SendWindow window = SendWindow.parse("Sun 00:00-12:00");
        assertThat(window.next(midnight.minusSeconds(1), WARSAW)).isEqualTo(midnight);
        assertThat(window.closing(midnight, WARSAW)).as(why).contains(midnight.plus(length));
    }

    @ParameterizedTest
    @CsvSource({
        "2024,2024-03-31",
        "2025,2025-04-20",
        "2026,2026-04-05",
        "2027,2027-03-28",
        "2038,2038-04-25",
        "2285,2285-03-22"
    })
    void easter(int year, LocalDate expected) {
        assertThat(PolishHolidays.easter(year)).isEqualTo(expected);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WARSAW).toInstant();
    }
}
