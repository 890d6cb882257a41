package pl.kurenda.ledger.read;

import java.time.Duration;

/** Measures the backlog of all nodes. */
public interface Backlog {

    /** Reads the backlog from counters and the first entries of an index. Never counts reminders. */
    Figures read();

    /**
     * The backlog.
     *
     * @param queued reminders that may be sent now or later, including claimed ones
     * @param oldest how long the reminder that could have been sent first has waited; zero if there is none
     * @param unknown reminders of unknown outcome
     * @param held reminders that wait for a person or a canary
     * @param heldFiles files that wait for a person as a whole
     */
    record Figures(long queued, Duration oldest, long unknown, long held, long heldFiles) {}
}
