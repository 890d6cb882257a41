package pl.kurenda.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Result of a request to make the report of a day. */
public sealed interface ReportOutcome {

    /**
     * The report was made.
     *
     * @param day office day
     * @param files files written, the summary last
     */
    record Made(LocalDate day, List<Path> files) implements ReportOutcome {}

    /**
     * Not made: the day is in the future.
     *
     * @param day requested day
     * @param today current office day
     */
    record NotYet(LocalDate day, LocalDate today) implements ReportOutcome {}

    /**
     * Not made: the day is before the first file.
     *
     * @param day requested day
     * @param first office day on which the first file arrived; today if there is none
     */
    record BeforeFirst(LocalDate day, LocalDate first) implements ReportOutcome {}

    /** Not made: a report is being made now, here or on another node. */
    record Busy() implements ReportOutcome {}
}
