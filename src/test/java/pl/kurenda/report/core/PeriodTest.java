package pl.kurenda.report.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.report.page.ReportNode;

class PeriodTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "2026-11-24, 2026-11-23T23:00, 2026-11-24T23:00, 2026-10-31T23:00",
        "2026-07-01, 2026-06-30T22:00, 2026-07-01T22:00, 2026-06-30T22:00",
        "2026-10-25, 2026-10-24T22:00, 2026-10-25T23:00, 2026-09-30T22:00",
        "2027-03-28, 2027-03-27T23:00, 2027-03-28T22:00, 2027-02-28T23:00",
        "2026-12-31, 2026-12-30T23:00, 2026-12-31T23:00, 2026-11-30T23:00"
    })
    void aDayOfTheOfficeInUtc(LocalDate day, LocalDateTime start, LocalDateTime end, LocalDateTime month) {
        Period period = new Period(day, ReportNode.WARSAW);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.monthStart()).isEqualTo(month);
        assertThat(period.local(start)).isEqualTo(day.atStartOfDay());
        assertThat(period.local(end)).isEqualTo(day.plusDays(1).atStartOfDay());
    }
}
