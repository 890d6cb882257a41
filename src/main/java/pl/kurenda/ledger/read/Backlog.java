package pl.kurenda.ledger.read;

import java.time.Duration;

/** How much waits, over all nodes. */
public interface Backlog {

    /** Reads it: by the counters and by the heads of an index, never by counting reminders. */
    Figures read();

    /**
     * What waits.
     *
     * @param queued reminders that may be sent now or later, those in hand included
     * @param oldest how long the one has waited that could have been sent first; zero if there is none
     * @param unknown reminders of unknown fate
     * @param held reminders that wait for a person or a canary
     * @param heldFiles files that wait for a person as a whole
     */
    record Figures(long queued, Duration oldest, long unknown, long held, long heldFiles) {}
}
