package pl.kurenda.report.page;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.format.CsvSink;
import pl.kurenda.report.page.Totals.Sum;

/** Writes the month table of the page as CSV: one line with all states for each day on which files arrived. */
@Component
public class MonthSheet {
    private final Months months;

    MonthSheet(Months months) {
        this.months = months;
    }

    /** Writes the month with its current figures. */
    public void write(YearMonth month, OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(List.of("day", "files", "rows", "amount", "REJECTED_ROW"));
        Stream.of(ReminderState.values()).map(ReminderState::name).forEach(columns::add);
        CsvSink sink = new CsvSink(out, columns);
        for (Totals day : months.month(month).days()) {
            if (day.files() > 0) {
                sink.row(cells(day).toArray());
            }
        }
        sink.close();
    }

    private static List<Object> cells(Totals day) {
        LocalDate date = day.day();
        Sum all = day.all();
        List<Object> cells = new ArrayList<>(List.of(
                date,
                day.files(),
                all.rows(),
                BigDecimal.valueOf(all.grosze(), 2),
                day.rejected().rows()));
        Stream.of(ReminderState.values()).map(state -> day.of(state).rows()).forEach(cells::add);
        return cells;
    }
}
