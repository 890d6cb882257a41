package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
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
                "1.10.2026",
                "15.10/2026",
                "15-10-2026",
                "2026.10.15",
                "15.10.0000",
                "01.12.0026",
                "31.12.1989",
                "9999-12-31",
                "15.10.20261",
                "15 10 2026",
                "jutro",
                "46310"
            })
    void refusesWhatIsNoDay(String cell) {
        assertThat(DueDate.read(cell)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "15.10.2026, 2026-10-15",
        "15/10/2026, 2026-10-15",
        "2026-10-15, 2026-10-15",
        "15.10.26, 2026-10-15",
        "29.02.2028, 2028-02-29"
    })
    void readsDays(String cell, LocalDate day) {
        assertThat(DueDate.read(cell)).contains(day);
    }

    @Test
    void writesDaysForPeople() {
        assertThat(DueDate.polish(LocalDate.of(2026, 1, 5))).isEqualTo("05.01.2026");
        assertThat(DueDate.polish(null)).isEmpty();
    }
}
