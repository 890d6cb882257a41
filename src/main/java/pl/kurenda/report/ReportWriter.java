package pl.kurenda.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pl.kurenda.ledger.ReportDays;

/** Writes the files of a day, all from one view of the ledger. */
@Component
class ReportWriter {
    private final ReportTables tables;
    private final ReportDays days;
    private final Path folder;
    private final TransactionTemplate oneView;

    ReportWriter(
            ReportTables tables, ReportDays days, ReportSettings settings, PlatformTransactionManager transactions) {
        this.tables = tables;
        this.days = days;
        this.folder = settings.outbound();
        this.oneView = new TransactionTemplate(transactions);
        // a day that is not over goes on changing while its files are written: one snapshot for all of them
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setReadOnly(true);
    }

    /**
     * Writes the files of the day in place of those that may be there.
     *
     * @return the files, the summary last
     * @throws UncheckedIOException if one cannot be written; then none has got its name, or some have and the day is to
     *     be made again
     */
    List<Path> write(Period period) {
        try (Outbound outbound = new Outbound(folder)) {
            oneView.executeWithoutResult(status -> writeAll(period, outbound));
            return outbound.publish("summary-" + period.day() + ".csv");
        } catch (IOException e) {
            throw failed(period, e);
        }
    }

    private void writeAll(Period period, Outbound outbound) {
        LocalDate day = period.day();
        try (ReportBook book = new ReportBook(day)) {
            both(outbound, "summary-" + day, book, "Podsumowanie", tables.summary, period);
            both(outbound, "outcomes-" + day, book, "Wyniki", tables.outcomes, period);
            both(outbound, "unknown-" + day, book, "Nieznane", tables.unknown, period);
            // the sheet shows the month as it was at the end of the day, the file all of it that has been reported
            tables.billing.rows(period, book.sheet("Billing", tables.billing.columns()));
            Period reported = latestOfMonth(period);
            csv(outbound, "billing-" + period.month(), tables.billing, sink -> tables.billing.rows(reported, sink));
            String name = "report-" + day + ".xlsx";
            outbound.write(name, out -> book.writeTo(out, outbound.scratch(name)));
        } catch (IOException e) {
            throw failed(period, e);
        }
    }

    private Period latestOfMonth(Period period) {
        LocalDate day = period.day();
        NavigableSet<LocalDate> later = days.made(day, period.month().atEndOfMonth());
        return later.isEmpty() ? period : new Period(later.last(), period.office());
    }

    private static void both(
            Outbound outbound, String name, ReportBook book, String sheet, ReportTable table, Period period)
            throws IOException {
        RowSink rows = book.sheet(sheet, table.columns());
        csv(outbound, name, table, sink -> table.rows(period, sink.and(rows)));
    }

    private static void csv(Outbound outbound, String name, ReportTable table, Consumer<RowSink> content)
            throws IOException {
        outbound.write(name + ".csv", out -> {
            try (CsvSink sink = new CsvSink(out, table.columns())) {
                content.accept(sink);
            }
        });
    }

    private UncheckedIOException failed(Period period, IOException cause) {
        return new UncheckedIOException("the report of " + period.day() + " cannot be written to " + folder, cause);
    }
}
