package pl.kurenda.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.report.ReportOutcome.BeforeFirst;
import pl.kurenda.report.ReportOutcome.Busy;
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.ReportOutcome.NotYet;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportLock;
import pl.kurenda.report.table.ReportTables;

/** Makes the report files of one office day from the ledger alone, on one node at a time. */
@Component
public class DailyReport {
    /** How long after midnight a day still counts as open: its last facts may not be committed yet. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(DailyReport.class);

    private final ReportTables tables;
    private final ReportWriter writer;
    private final ReportDays days;
    private final ReportLock lock;
    private final Clock clock;

    /** @param clock in the office's time zone */
    DailyReport(ReportTables tables, ReportWriter writer, ReportDays days, ReportLock lock, Clock clock) {
        this.tables = tables;
        this.writer = writer;
        this.days = days;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Makes the report of a day, or makes it again. For today, and for yesterday until ten minutes past midnight, the
     * report holds the facts so far, and the day is reported again when it is over.
     *
     * @throws java.io.UncheckedIOException if a file cannot be written
     */
    public ReportOutcome make(LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            return new NotYet(day, today);
        }
        LocalDate first = tables.firstDay(clock.getZone()).orElse(today);
        if (day.isBefore(first)) {
            return new BeforeFirst(day, first);
        }
        Optional<DayReport> mine = lock.take().map(taken -> new DayReport(day, taken));
        mine.ifPresent(this::makeAll);
        return mine.<ReportOutcome>map(report -> new Made(day, report.files)).orElseGet(Busy::new);
    }

    /**
     * Makes every missing report by running the steps of the route {@code report} one after another.
     *
     * @return the days made
     * @throws java.io.UncheckedIOException if a file cannot be written; the next call tries that day again
     */
    public List<LocalDate> makeMissing() {
        List<LocalDate> made = new ArrayList<>();
        for (LocalDate day : missing()) {
            DayReport report = begin(day);
            if (report != null) {
                makeAll(report);
                made.add(day);
            }
        }
        return made;
    }

    private void makeAll(DayReport report) {
        try {
            book(publish(write(report)));
        } finally {
            end(report);
        }
    }

    /**
     * Returns the days without a report, from the day of the first file to yesterday, or to the day before yesterday
     * until ten minutes past midnight.
     */
    public List<LocalDate> missing() {
        return missing(open());
    }

    /**
     * Takes the lock for a missing day.
     *
     * @return null if another node has the lock or has already made the day; otherwise the caller must call
     *     {@link #end}
     */
    public DayReport begin(LocalDate day) {
        DayReport report = lock.take().map(taken -> new DayReport(day, taken)).orElse(null);
        if (report == null) {
            return null;
        }
        // check again under the lock: another node may have made the report meanwhile
        boolean mine = false;
        try {
            mine = days.made(day, day).isEmpty();
        } finally {
            if (!mine) {
                report.end();
            }
        }
        return mine ? report : null;
    }

    /** Writes the day's tables into files with temporary names, all from one view of the ledger. */
    public DayReport write(DayReport report) {
        report.over = report.day.isBefore(open());
        report.written = writer.write(new Period(report.day, clock.getZone()), report.over);
        return report;
    }

    /** Gives the files their final names. */
    public DayReport publish(DayReport report) {
        report.files = report.written.publish();
        return report;
    }

    /** Records that the day has its report, if the day is over. */
    public DayReport book(DayReport report) {
        if (report.over) {
            days.book(report.day);
        }
        // the summary is the last file of the report; the source files are in their own folders
        Path outbound = report.files.get(report.files.size() - 1).getParent();
        long here = report.files.stream()
                .filter(file -> outbound.equals(file.getParent()))
                .count();
        LOG.info(
                "Report of {} made: {} files in {}, {} in folders of sources",
                report.day,
                here,
                outbound,
                report.files.size() - here);
        return report;
    }

    /** Deletes temporary files and releases the lock, whether or not the report was made. */
    public void end(DayReport report) {
        report.end();
    }

    /** Makes at start the reports missed while the daemon was down. If this fails, the schedule tries again. */
    @EventListener(ApplicationReadyEvent.class)
    @Order
    void atStart() {
        try {
            makeMissing();
        } catch (RuntimeException e) {
            LOG.error("Missing reports could not be made at the start; the schedule will try again", e);
        }
    }

    /** The first day that is not over. */
    private LocalDate open() {
        return LocalDate.ofInstant(clock.instant().minus(GRACE), clock.getZone());
    }

    private List<LocalDate> missing(LocalDate open) {
        LocalDate yesterday = open.minusDays(1);
        return tables.firstDay(clock.getZone())
                .filter(first -> !first.isAfter(yesterday))
                .map(first -> {
                    NavigableSet<LocalDate> made = days.made(first, yesterday);
                    return first.datesUntil(open)
                            .filter(day -> !made.contains(day))
                            .toList();
                })
                .orElse(List.of());
    }
}
