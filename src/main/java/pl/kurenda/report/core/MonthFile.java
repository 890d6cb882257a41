package pl.kurenda.report.core;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A file about a month, which grows with each reported day. On its closing day it becomes final and part of the chain.
 *
 * @param kind start of its name
 * @param month the month it covers
 * @param closing the last day that adds to it
 * @param table its content
 */
public record MonthFile(String kind, YearMonth month, LocalDate closing, ReportTable table) {

    public String name() {
        return kind + "-" + month + ".csv";
    }
}
