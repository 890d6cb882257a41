package pl.kurenda.report.core;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Receives the rows of a table one by one, so that no table is held in memory. */
@FunctionalInterface
public interface RowSink {

    /**
     * Writes a row.
     *
     * @param cells each a String, Integer, Long, BigDecimal, LocalDate, LocalDateTime (office time) or null for an
     *     empty cell
     */
    void write(Object... cells) throws IOException;

    /** Writes a row from code that can throw only unchecked exceptions. */
    default void row(Object... cells) {
        try {
            write(cells);
        } catch (IOException e) {
            throw new UncheckedIOException("a report cannot be written", e);
        }
    }

    /** Returns a sink that writes to this sink and then to the other. */
    default RowSink and(RowSink other) {
        return cells -> {
            write(cells);
            other.write(cells);
        };
    }
}
