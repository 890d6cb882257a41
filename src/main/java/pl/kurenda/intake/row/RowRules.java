package pl.kurenda.intake.row;

import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.source.Source;

/**
 * How the rows of one file are checked and rendered.
 *
 * @param validator keeps what it saw in earlier rows of the file
 */
public record RowRules(Source source, Layout layout, RowValidator validator, MessageRenderer renderer) {

    /** What the rows that were checked so far show together. */
    public FileObservations observations() {
        return validator.observations();
    }
}
