package pl.kurenda.report.core;

import java.util.List;

/** A table of the report: its columns, and its rows in an order that is always the same. */
public interface ReportTable {
    /** The columns, in English. */
    List<String> columns();

    /** Those of the table of a period, where they have not always been the same. */
    default List<String> columns(Period period) {
        return columns();
    }

    /**
     * Gives the rows to the sink one by one.
     *
     * @param period the day they are about
     */
    void rows(Period period, RowSink sink);
}
