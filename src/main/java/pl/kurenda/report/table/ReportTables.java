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
    /** Rows held in memory at a time; without it the driver would hold the whole result. */
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

    /** Returns the files for the domain systems, ordered by file name and source. */
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
     * @param source name of the source
     * @param name name of the file in the reply folder
     * @param table its content
     */
    public record SourceFile(String source, String name, ReportTable table) {}

    /** Returns the month files to which the report of a day adds. */
    public List<MonthFile> monthFiles(Period period) {
        YearMonth month = period.month();
        List<MonthFile> files = new ArrayList<>();
        files.add(new MonthFile("billing", month, month.atEndOfMonth(), billing));
        // the effect of a reminder is reported for one month more
        for (EffectTable table : effects(period)) {
            files.add(new MonthFile(
                    "effect", table.month(), table.month().plusMonths(1).atEndOfMonth(), table));
        }
        return files;
    }

    /** Returns the effect of the previous month, if it had files, and of the current month. */
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

    /** The office day on which the first file arrived. */
    public Optional<LocalDate> firstDay(ZoneId office) {
        return FirstDay.of(jdbc, office);
    }
}
