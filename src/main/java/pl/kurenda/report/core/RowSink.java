package pl.kurenda.report.core;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Takes the rows of a table one by one, so that no table needs to be held in memory. */
@FunctionalInterface
public interface RowSink {

    /**
     * Writes a row.
     *
     * @param cells each a String, Integer, Long, BigDecimal, LocalDate, LocalDateTime (on the clock of the office) or
     *     null for an empty cell
     */
    void write(Object... cells) throws IOException;

    /** Writes a row from where only unchecked exceptions can pass. */
    default void row(Object... cells) {
        try {
            write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("a report cannot be written", e);
        }
    }

    /** One that writes to this sink and then to the other. */
    default RowSink and(RowSink other) {
        return cells -> {
            write(cells);
            other.write(cells);
        };
    }
}
