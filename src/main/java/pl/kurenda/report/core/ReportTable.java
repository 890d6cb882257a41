package pl.kurenda.report.core;

import java.util.List;

/** A report table: its columns, and its rows in a fixed order. */
public interface ReportTable {
    /** The columns, in English. */
    List<String> columns();

    /** The columns for a period, if they changed over time. */
    default List<String> columns(Period period) {
        return columns();
    }

    /**
     * Passes the rows to the sink one by one.
     *
     * @param period the day of the report
     */
    void rows(Period period, RowSink sink);
}
