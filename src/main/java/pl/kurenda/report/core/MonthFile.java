package pl.kurenda.report.core;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A file about a month, which grows with each day that is reported. It is final, and part of the chain, with the day that
 * closes it.
 *
 * @param kind begins its name
 * @param month that it is about
 * @param closing the last day that adds to it
 * @param table its content
 */
public record MonthFile(String kind, YearMonth month, LocalDate closing, ReportTable table) {

    public String name() {
        return kind + "-" + month + ".csv";
    }
}
