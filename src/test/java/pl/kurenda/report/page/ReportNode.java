package pl.kurenda.report.page;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.EntityFixture;
import pl.kurenda.ledger.report.ReportChain;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.ledger.report.ReportUploadBooks;
import pl.kurenda.report.DailyReport;
import pl.kurenda.report.chain.ChainCheck;
import pl.kurenda.report.core.ReportLock;
import pl.kurenda.report.effect.Effect;
import pl.kurenda.report.effect.EffectBook;

/** The report beans of one node, wired by Spring as in the product, with a clock that the test sets. */
public final class ReportNode implements AutoCloseable {
    public static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final SetClock clock = new SetClock();

    /**
     * @param now current office time
     * @param more settings, each {@code key=value}
     */
    public ReportNode(DataSource dataSource, Path home, String now, String... more) {
        setClock(now);
        Map<String, Object> settings = new HashMap<>();
        settings.put("kurenda.home", home.toString());
        settings.put("kurenda.node", "node-1");
        for (String setting : more) {
            settings.put(setting.split("=")[0], setting.split("=")[1]);
        }
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.register(Beans.class);
        context.refresh();
    }

    public void setClock(String now) {
        clock.now = LocalDateTime.parse(now).atZone(WARSAW).toInstant();
    }

    public void setClockUtc(String now) {
        clock.now = LocalDateTime.parse(now).toInstant(ZoneOffset.UTC);
    }

    public DataSource dataSource() {
        return context.getBean(DataSource.class);
    }

    /** Returns the report after the test wrote to the ledger tables itself; updates the counters first. */
    public DailyReport report() {
        TallyCheck.recount(JdbcClient.create(dataSource()));
        return product();
    }

    /** Returns the report for a ledger that only the product wrote. */
    public DailyReport product() {
        return context.getBean(DailyReport.class);
    }

    public ChainCheck check() {
        return context.getBean(ChainCheck.class);
    }

    public Effect effect() {
        return context.getBean(Effect.class);
    }

    Bills bills() {
        return context.getBean(Bills.class);
    }

    public EffectBook effects() {
        return context.getBean(EffectBook.class);
    }

    public ReportDays days() {
        return context.getBean(ReportDays.class);
    }

    Months months() {
        return context.getBean(Months.class);
    }

    Overview overview() {
        return context.getBean(Overview.class);
    }

    public ReportLock lock() {
        return context.getBean(ReportLock.class);
    }

    @Override
    public void close() {
        context.close();
    }

    @ComponentScan(basePackageClasses = DailyReport.class)
    @Import({EntityFixture.class, ReportDays.class, ReportChain.class, ReportUploadBooks.class})
    static class Beans {}

    private static final class SetClock extends Clock {
        volatile Instant now;

        @Override
        public ZoneId getZone() {
            return WARSAW;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(now, zone);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
