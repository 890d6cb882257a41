package pl.kurenda.intake.row;

import java.util.List;
import pl.kurenda.intake.source.Source;

/**
 * A step that fills in what the rows of an export lack, before they are judged. Any bean of this type can be named in
 * {@code kurenda.sources.<name>.enrich}; the steps of a source are taken in the order written there. Safe for all threads.
 */
public interface Enrichment {

    /** The name it has in the settings: lower-case letters, digits and dashes. */
    String name();

    /**
     * Fills in what is missing. An exception is a technical failure: the file is tried again as a whole, so that a step
     * must give the same again.
     *
     * @param source whose export it is
     * @param rows a block of it, such as 500 rows
     */
    void enrich(Source source, List<RowDraft> rows);
}
