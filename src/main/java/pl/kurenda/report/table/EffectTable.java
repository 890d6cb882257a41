package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.core.RowSink;
import pl.kurenda.report.effect.Effect;
import pl.kurenda.report.effect.EffectLine;
import pl.kurenda.report.effect.Uplift;

/** What was paid after the reminders of a month. Used for making one report. */
public final class EffectTable implements ReportTable {
    public static final List<String> COLUMNS = List.of(
            "source",
            "month",
            "template",
            "segments",
            "sent",
            "amount",
            "cost",
            "paid in 3 days",
            "paid in 7 days",
            "paid in 14 days",
            "paid in 30 days",
            "partly paid in 30 days",
            "recovered in 3 days",
            "recovered in 7 days",
            "recovered in 14 days",
            "recovered in 30 days",
            "cost per 100 recovered",
            "saved against letters",
            "debts assigned",
            "assigned paid percent",
            "debts held out",
            "held out paid percent",
            "uplift points",
            "uplift low 95",
            "uplift high 95");

    private final Effect effect;
    private final BigDecimal letter;
    private final YearMonth month;
    /** Read once for both the file and the sheet, from one view of the ledger. */
    private final Map<Period, List<EffectLine>> read = new HashMap<>();

    /**
     * @param letter PLN per letter, or null
     * @param month month of the reminders
     */
    EffectTable(Effect effect, BigDecimal letter, YearMonth month) {
        this.effect = effect;
        this.letter = letter;
        this.month = month;
    }

    YearMonth month() {
        return month;
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void rows(Period period, RowSink sink) {
        read.computeIfAbsent(period, asked -> effect.lines(month, asked)).forEach(line -> write(line, sink));
    }

    private void write(EffectLine line, RowSink sink) {
        Uplift uplift = line.uplift() != null && line.uplift().isKnown() ? line.uplift() : null;
        sink.row(
                line.source(),
                month.toString(),
                line.template(),
                line.segments() == 0 ? null : line.segments(),
                line.sent(),
                money(line.amount()),
                line.cost(),
                line.paid().get(0),
                line.paid().get(1),
                line.paid().get(2),
                line.paid().get(3),
                line.partly(),
                money(line.recovered().get(0)),
                money(line.recovered().get(1)),
                money(line.recovered().get(2)),
                money(line.recovered().get(3)),
                line.costOfHundred(),
                line.saved(letter),
                uplift == null ? null : uplift.assigned(),
                uplift == null ? null : uplift.assignedShare(),
                uplift == null ? null : uplift.heldOut(),
                uplift == null ? null : uplift.heldOutShare(),
                uplift == null ? null : uplift.points(),
                uplift == null ? null : uplift.low(),
                uplift == null ? null : uplift.high());
    }

    private static BigDecimal money(long grosze) {
        return BigDecimal.valueOf(grosze, 2);
    }
}
