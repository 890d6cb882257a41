package pl.kurenda.intake.row;

import pl.kurenda.intake.format.Layout;
import pl.kurenda.intake.source.Source;

/**
 * The rules for checking and rendering the rows of one file.
 *
 * @param validator keeps what it saw in earlier rows of the file
 */
public record RowRules(Source source, Layout layout, RowValidator validator, MessageRenderer renderer) {

    /** What the rows checked so far show together. */
    public FileObservations observations() {
        return validator.observations();
    }
}
