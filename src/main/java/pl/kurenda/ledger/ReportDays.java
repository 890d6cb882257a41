package pl.kurenda.ledger;

import java.time.LocalDate;
import java.util.List;
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

    /** What was kept of where reminders stood at the end of a day; empty where the day was not told yet. */
    List<Standing> standing(LocalDate day);

    /** Keeps, with the first report of a day that is over, where reminders stood at its end: all of it, or nothing. */
    void keep(LocalDate day, List<Standing> standing);

    /**
     * Reminders in one state, of all files that were complete at the end of a day.
     *
     * @param source their source
     * @param state name of the state; unlike in the counters, SUBMITTING is one
     * @param reminders how many
     * @param grosze their amounts
     */
    record Standing(String source, String state, long reminders, long grosze) {}

    /** Books that the report of a day that is over has been made, now and by this node; booking it again is fine. */
    void book(LocalDate day);
}
