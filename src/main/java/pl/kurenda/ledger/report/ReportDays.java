package pl.kurenda.ledger.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.Utc;

/**
 * Records the days whose report has been made, the files that domain systems received, and the states at the end of
 * each day.
 */
@Component
public class ReportDays {
    private final ReportDayRepository days;
    private final SourceReportRepository files;
    private final DayStandingRepository standings;
    private final Clock clock;
    private final String node;

    ReportDays(
            ReportDayRepository days,
            SourceReportRepository files,
            DayStandingRepository standings,
            Clock clock,
            @Value("${kurenda.node:${HOSTNAME:localhost}}") String node) {
        this.days = days;
        this.files = files;
        this.standings = standings;
        this.clock = clock;
        this.node = node;
    }

    /**
     * Returns the days in the span whose report has been made.
     *
     * @param first day of the span
     * @param last day of the span, included
     */
    public NavigableSet<LocalDate> made(LocalDate first, LocalDate last) {
        return new TreeSet<>(days.made(first, last));
    }

    /** Records that this node has made the report of a past day. It may be repeated. */
    public void book(LocalDate day) {
        days.book(day, Utc.of(clock.instant()), node);
    }

    /**
     * Finds the newest revision of a file that a domain system received.
     *
     * @param source name of the domain system
     * @param fileName name of the file without its revision
     */
    public Optional<Handed> handed(String source, String fileName) {
        return files.findFirstBySourceAndFileNameOrderByRevisionDesc(source, fileName);
    }

    /** Records that a domain system has received a file. It may be repeated. */
    public void book(String source, String fileName, Handed file) {
        files.book(source, fileName, file.revision(), file.sha256(), Utc.of(clock.instant()));
    }

    /**
     * A file for a domain system.
     *
     * @param revision from 1; higher if the figures of the day have changed
     * @param sha256 of its bytes
     */
    public record Handed(int revision, String sha256) {}

    /** Returns how many reminders were in each state at the end of a day; empty if no report has recorded it yet. */
    public List<Standing> standing(LocalDate day) {
        return standings.findByDayOrderBySourceAscStateAsc(day);
    }

    /** Stores the states at the end of a day, with the first report of that day. Stores all rows or none. */
    public void keep(LocalDate day, List<Standing> standing) {
        standings.keep(day, standing);
    }

    /**
     * Reminders in one state, of all files that were complete at the end of a day.
     *
     * @param source their source
     * @param state name of the state, including SUBMITTING, which the counters do not have
     * @param reminders how many
     * @param grosze their amounts
     */
    public record Standing(String source, String state, long reminders, long grosze) {}
}
