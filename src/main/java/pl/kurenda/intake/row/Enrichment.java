package pl.kurenda.intake.row;

import java.util.List;
import pl.kurenda.intake.source.Source;

/**
 * Fills in what the rows of an export lack, before they are checked. {@code kurenda.sources.<name>.enrich} can name any
 * bean of this type; the steps of a source run in the order given there. Thread-safe.
 */
public interface Enrichment {

    /** The name of the step in the settings: lower-case letters, digits and dashes. */
    String name();

    /**
     * Fills in what is missing. An exception is a technical failure: the whole file is then tried again, so a step must
     * return the same values each time.
     *
     * @param source that the export belongs to
     * @param rows a block of the export, for example 500 rows
     */
    void enrich(Source source, List<RowDraft> rows);
}
