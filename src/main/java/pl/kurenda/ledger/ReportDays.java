package pl.kurenda.ledger;

import java.time.LocalDate;
import java.util.NavigableSet;

/** The days of the office whose report has been made. */
public interface ReportDays {

    /**
     * The days in the span whose report has been made.
     *
     * @param first day of the span
     * @param last day of the span, included
     */
    NavigableSet<LocalDate> made(LocalDate first, LocalDate last);

    /** Books that the report of a day that is over has been made, now and by this node; booking it again is fine. */
    void book(LocalDate day);
}
