package pl.kurenda.report;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.ReportDays;
import pl.kurenda.report.ReportOutcome.BeforeFirst;
import pl.kurenda.report.ReportOutcome.Busy;
import pl.kurenda.report.ReportOutcome.Made;
import pl.kurenda.report.ReportOutcome.NotYet;

/** Makes the report files of a day of the office, from the ledger alone, on one node at a time. */
@Component
public class DailyReport {
    /** How long after midnight a day is not taken for over: its last facts may not be committed yet. */
    static final Duration GRACE = Duration.ofMinutes(10);

    private static final Logger LOG = LoggerFactory.getLogger(DailyReport.class);

    private final ReportTables tables;
    private final ReportWriter writer;
    private final ReportDays days;
    private final ReportLock lock;
    private final Clock clock;

    /** @param clock its zone is the office's. */
    DailyReport(ReportTables tables, ReportWriter writer, ReportDays days, ReportLock lock, Clock clock) {
        this.tables = tables;
        this.writer = writer;
        this.days = days;
        this.lock = lock;
        this.clock = clock;
    }

    /**
     * Makes the report of a day, again if it has been made. Of today, and of yesterday up to ten minutes past midnight, it
     * tells the facts so far, and leaves the day to be made when it is over.
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
        return lock.run(() -> (ReportOutcome) write(day)).orElseGet(Busy::new);
    }

    /**
     * Makes every report that is missing, from the day of the first file up to yesterday, or to the day before yesterday
     * while it is not yet ten minutes past midnight. Does nothing for a day that
     * another node has made, or while another node makes reports.
     *
     * @return the days made
     * @throws java.io.UncheckedIOException if a file cannot be written; the next call tries that day again
     */
    public List<LocalDate> makeMissing() {
        List<LocalDate> made = new ArrayList<>();
        for (LocalDate day : missing(open())) {
            // a lock for each day, and a second look under it: another node may have been faster
            boolean here = lock.run(() -> days.made(day, day).isEmpty() && write(day) != null)
                    .orElse(false);
            if (here) {
                made.add(day);
            }
        }
        return made;
    }

    /** At the start of the daemon: what was missed while it was down. A failure is left to the schedule. */
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

    private Made write(LocalDate day) {
        boolean over = day.isBefore(open());
        List<Path> files = writer.write(new Period(day, clock.getZone()), over);
        if (over) {
            days.book(day);
        }
        // the summary is the last of the files of the report; those of the sources lie in folders of their own
        Path outbound = files.get(files.size() - 1).getParent();
        long here =
                files.stream().filter(file -> outbound.equals(file.getParent())).count();
        LOG.info(
                "Report of {} made: {} files in {}, {} in folders of sources",
                day,
                here,
                outbound,
                files.size() - here);
        return new Made(day, files);
    }
}
