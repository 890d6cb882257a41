package pl.kurenda.report.core;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The day on which the first file arrived. No report or month is older. */
public final class FirstDay {
    private FirstDay() {}

    /** Returns the day in the office's time zone; empty if no file has arrived yet. */
    public static Optional<LocalDate> of(JdbcClient jdbc, ZoneId office) {
        return jdbc.sql("select min(received_at) from batch")
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDateTime.class)))
                .single()
                .map(utc ->
                        utc.atOffset(ZoneOffset.UTC).atZoneSameInstant(office).toLocalDate());
    }
}
