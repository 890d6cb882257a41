package pl.kurenda.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What became of the wish for the report of a day. */
public sealed interface ReportOutcome {

    /**
     * Made.
     *
     * @param day of the office
     * @param files written, the summary last
     */
    record Made(LocalDate day, List<Path> files) implements ReportOutcome {}

    /**
     * Not made: nothing can be said about a day to come.
     *
     * @param day that was asked for
     * @param today of the office
     */
    record NotYet(LocalDate day, LocalDate today) implements ReportOutcome {}

    /**
     * Not made: before the first file there was nothing.
     *
     * @param day that was asked for
     * @param first day of the office on which a file came; today, where none has come
     */
    record BeforeFirst(LocalDate day, LocalDate first) implements ReportOutcome {}

    /** Not made: a report is being made just now, here or on another node. */
    record Busy() implements ReportOutcome {}
}
