package pl.kurenda.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import pl.kurenda.ledger.report.ReportChain.Link;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.ledger.report.ReportDays.Standing;
import pl.kurenda.report.chain.Chain;
import pl.kurenda.report.chain.ChainText;
import pl.kurenda.report.core.MonthFile;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportSettings;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;
import pl.kurenda.report.format.CsvSink;
import pl.kurenda.report.format.ReportBook;
import pl.kurenda.report.table.EffectTable;
import pl.kurenda.report.table.ReportTables;

/** Writes the files of a day, all from one view of the ledger. */
@Component
class ReportWriter {
    private final ReportTables tables;
    private final ReportDays days;
    private final Chain chain;
    private final ReportSettings settings;
    private final Path folder;
    private final TransactionTemplate oneView;

    ReportWriter(
            ReportTables tables,
            ReportDays days,
            Chain chain,
            ReportSettings settings,
            PlatformTransactionManager transactions) {
        this.tables = tables;
        this.days = days;
        this.chain = chain;
        this.settings = settings;
        this.folder = settings.outbound();
        this.oneView = new TransactionTemplate(transactions);
        // an open day changes while its files are written, so all files are read from one snapshot
        oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneView.setReadOnly(true);
    }

    /**
     * Writes the files of the day under temporary names. If the day is over, they become a link of the chain. If the
     * chain already has a link with other content for the day, they become a new revision with their own names.
     *
     * @param over whether the day is over
     * @throws UncheckedIOException if a file cannot be written; then none has its final name
     */
    Written write(Period period, boolean over) {
        Written written = open(period);
        boolean complete = false;
        try {
            Outbound outbound = written.outbound;
            SourceReportFiles out = written.out;
            Map<String, String> hashes = new HashMap<>();
            List<Standing> standing = new ArrayList<>();
            oneView.executeWithoutResult(status -> {
                writeAll(period, outbound, hashes);
                if (over) {
                    out.write(tables.sourceFiles(period), period);
                    standing.addAll(tables.toDate.of(period));
                }
            });
            if (over) {
                days.keep(period.day(), standing);
                chain(period, outbound, hashes);
            }
            complete = true;
            return written;
        } catch (IOException e) {
            throw failed(period, e);
        } finally {
            if (!complete) {
                written.close();
            }
        }
    }

    private Written open(Period period) {
        try {
            return new Written(period, new Outbound(folder), new SourceReportFiles(settings, days));
        } catch (IOException e) {
            throw failed(period, e);
        }
    }

    /** The files of a day under temporary names, until they are published or closed. */
    final class Written {
        private final Period period;
        private final Outbound outbound;
        private final SourceReportFiles out;

        private Written(Period period, Outbound outbound, SourceReportFiles out) {
            this.period = period;
            this.outbound = outbound;
            this.out = out;
        }

        /**
         * Gives the files their final names, replacing existing files.
         *
         * @return the files, the summary last
         * @throws UncheckedIOException if a file cannot be renamed; some may have their final names, and the day must
         *     be made again
         */
        List<Path> publish() {
            try {
                List<Path> files = new ArrayList<>(out.publish());
                files.addAll(outbound.publish("summary-" + period.day() + ".csv"));
                return files;
            } catch (IOException e) {
                throw failed(period, e);
            }
        }

        /** Deletes the files that still have a temporary name. */
        void close() {
            try {
                try {
                    out.close();
                } finally {
                    outbound.close();
                }
            } catch (IOException e) {
                throw failed(period, e);
            }
        }
    }

    private void chain(Period period, Outbound outbound, Map<String, String> hashes) throws IOException {
        Link link = chain.link(period.day(), hashes);
        hashes.keySet().forEach(name -> outbound.rename(name, Chain.named(name, link.revision())));
        String file = ChainText.file(link.day(), link.revision());
        outbound.write(file, out -> out.write(link.text().getBytes(StandardCharsets.UTF_8)));
    }

    private void writeAll(Period period, Outbound outbound, Map<String, String> hashes) {
        LocalDate day = period.day();
        try (ReportBook book = new ReportBook(day)) {
            hashes.putAll(both(outbound, "summary-" + day, book, "Podsumowanie", tables.summary, period));
            hashes.putAll(both(outbound, "outcomes-" + day, book, "Wyniki", tables.outcomes, period));
            hashes.putAll(both(outbound, "unknown-" + day, book, "Nieznane", tables.unknown, period));
            String actions = "actions-" + day + ".csv";
            hashes.put(
                    actions, csv(outbound, actions, tables.actions, period, sink -> tables.actions.rows(period, sink)));
            // the sheet shows the month up to the end of the day; the month file shows everything reported for the
            // month
            tables.billing.rows(period, book.sheet("Billing", tables.billing.columns(period)));
            RowSink effect = book.sheet("Efekt", EffectTable.COLUMNS);
            for (MonthFile file : tables.monthFiles(period)) {
                write(file, period, outbound, hashes);
                if (file.table() instanceof EffectTable) {
                    file.table().rows(period, effect);
                }
            }
            String name = "report-" + day + ".xlsx";
            hashes.put(name, outbound.write(name, out -> book.writeTo(out, outbound.scratch(name))));
        } catch (IOException e) {
            throw failed(period, e);
        }
    }

    /**
     * Writes a month file, which holds everything reported for the month. A file that a link names is not overwritten.
     */
    private void write(MonthFile file, Period period, Outbound outbound, Map<String, String> hashes)
            throws IOException {
        Period reported = latest(period, file.closing());
        String hash = csv(
                outbound,
                file.name(),
                file.table(),
                reported,
                sink -> file.table().rows(reported, sink));
        if (!reported.equals(period)) {
            chain.told(reported.day(), file.name()).ifPresent(told -> {
                if (told.sha256().equals(hash)) {
                    outbound.rename(file.name(), told.name());
                } else {
                    outbound.withhold(file.name());
                }
            });
        } else if (period.day().equals(file.closing())) {
            hashes.put(file.name(), hash);
        }
    }

    private Period latest(Period period, LocalDate closing) {
        NavigableSet<LocalDate> later = days.made(period.day(), closing);
        return later.isEmpty() ? period : new Period(later.last(), period.office());
    }

    private static Map<String, String> both(
            Outbound outbound, String name, ReportBook book, String sheet, ReportTable table, Period period)
            throws IOException {
        RowSink rows = book.sheet(sheet, table.columns(period));
        return Map.of(
                name + ".csv", csv(outbound, name + ".csv", table, period, sink -> table.rows(period, sink.and(rows))));
    }

    static String csv(Outbound outbound, String name, ReportTable table, Period period, Consumer<RowSink> content)
            throws IOException {
        return outbound.write(name, out -> {
            try (CsvSink sink = new CsvSink(out, table.columns(period))) {
                content.accept(sink);
            }
        });
    }

    private UncheckedIOException failed(Period period, IOException cause) {
        return new UncheckedIOException("the report of " + period.day() + " cannot be written to " + folder, cause);
    }
}
