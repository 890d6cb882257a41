package pl.kurenda.ledger;

import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;

/** The days of the office whose report has been made, and what the domain systems were handed of it. */
public interface ReportDays {

    /**
     * The days in the span whose report has been made.
     *
     * @param first day of the span
     * @param last day of the span, included
     */
    NavigableSet<LocalDate> made(LocalDate first, LocalDate last);

    /**
     * What a domain system was handed last under the plain name of a file, if anything.
     *
     * @param source its name
     */
    Optional<Handed> handed(String source, String fileName);

    /** Books that a domain system has been handed a file; booking it again is fine. */
    void book(String source, String fileName, Handed file);

    /**
     * A file for a domain system.
     *
     * @param revision from 1; a further one where the day came out differently
     * @param sha256 of its octets
     */
    record Handed(int revision, String sha256) {}

    /** Books that the report of a day that is over has been made, now and by this node; booking it again is fine. */
    void book(LocalDate day);
}
