package pl.kurenda.report.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.report.core.FirstDay;
import pl.kurenda.report.core.MonthFile;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportSettings;
import pl.kurenda.report.core.ReportSettings.Upomnienie;
import pl.kurenda.report.core.ReportTable;
import pl.kurenda.report.effect.Effect;

/** The tables of the report, read from the ledger. */
@Component
public final class ReportTables {
    /** Rows in memory at a time; without it the driver would hold the whole result. */
    private static final int FETCH_SIZE = 1000;

    private final JdbcClient jdbc;
    public final StandingToDate toDate;
    public final ReportTable summary;
    public final ReportTable outcomes;
    public final ReportTable unknown;
    public final ReportTable billing;
    public final ReportTable actions;
    private final Effect effect;
    private final BigDecimal letter;
    private final Upomnienie upomnienie;

    ReportTables(DataSource dataSource, ReportSettings settings, Effect effect, ReportDays days) {
        this.effect = effect;
        letter = settings.report().letterCost();
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(FETCH_SIZE);
        jdbc = JdbcClient.create(streaming);
        toDate = new StandingToDate(jdbc, days);
        summary = new SummaryTable(jdbc, toDate);
        outcomes = new OutcomeTable(jdbc);
        unknown = new UnknownTable(jdbc);
        actions = new ActionTable(jdbc, null);
        upomnienie = settings.report().upomnienie();
        billing = new BillingTable(jdbc, settings.report().vat());
    }

    /** What is for the domain systems, by the name of the file and the source. */
    public List<SourceFile> sourceFiles(Period period) {
        List<SourceFile> files = new ArrayList<>();
        for (String source : ActionTable.sources(jdbc, period.day())) {
            files.add(new SourceFile(source, "actions-" + period.day() + ".csv", new ActionTable(jdbc, source)));
        }
        for (String source : UpomnienieTable.sources(jdbc, upomnienie, period)) {
            ReportTable table = new UpomnienieTable(jdbc, upomnienie, source);
            files.add(new SourceFile(source, "upomnienie-" + period.day() + ".csv", table));
        }
        return files;
    }

    /**
     * A file for a domain system.
     *
     * @param source its name
     * @param name of the file in its folder of answers
     * @param table its content
     */
    public record SourceFile(String source, String name, ReportTable table) {}

    /** The files about a month that the report of a day adds to. */
    public List<MonthFile> monthFiles(Period period) {
        YearMonth month = period.month();
        List<MonthFile> files = new ArrayList<>();
        files.add(new MonthFile("billing", month, month.atEndOfMonth(), billing));
        // what a reminder brings in is told for a month more
        for (EffectTable table : effects(period)) {
            files.add(new MonthFile(
                    "effect", table.month(), table.month().plusMonths(1).atEndOfMonth(), table));
        }
        return files;
    }

    /** The effect of the month before, where there were files in it, and of the month of the day. */
    private List<EffectTable> effects(Period period) {
        YearMonth month = period.month();
        YearMonth before = month.minusMonths(1);
        boolean any = firstDay(period.office())
                .filter(first -> !YearMonth.from(first).isAfter(before))
                .isPresent();
        return (any ? Stream.of(before, month) : Stream.of(month))
                .map(of -> new EffectTable(effect, letter, of))
                .toList();
    }

    /** The day of the office on which the first file came. */
    public Optional<LocalDate> firstDay(ZoneId office) {
        return FirstDay.of(jdbc, office);
    }
}
