package pl.kurenda.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;

/** The route as shipped, with a schedule of seconds for the test. */
class ReportRouteTest {

    /** Replaces the bean; its name and methods are those of {@link DailyReport}. */
    public static final class Counter {
        final AtomicInteger calls = new AtomicInteger();

        /** Counts the calls, and finds no day without a report. */
        public List<?> missing() {
            calls.incrementAndGet();
            return List.of();
        }

        /** Not called, because no day is missing. */
        public Object begin(Object day) {
            return day;
        }

        /** Not called. */
        public Object write(Object report) {
            return report;
        }

        /** Not called. */
        public Object publish(Object report) {
            return report;
        }

        /** Not called. */
        public Object book(Object report) {
            return report;
        }

        /** Not called. */
        public void end(Object report) {
            // there is no lock
        }

        /** Retention job; counts nothing. */
        public void run() {
            // not called: the test checks only the schedule
        }

        /** Effect; counts nothing. */
        public void refresh() {
            // does nothing: what is called first must not prevent the call of the report
        }
    }

    @Test
    void runsTheReportTenMinutesPastMidnightOfTheOffice() throws Exception {
        CamelContext context = started(null, new Counter());
        try {
            QuartzEndpoint endpoint =
                    (QuartzEndpoint) context.getRoute("report").getEndpoint();
            CronTrigger trigger = (CronTrigger) context.getComponent("quartz", QuartzComponent.class)
                    .getScheduler()
                    .getTrigger(endpoint.getTriggerKey());
            assertThat(trigger.getTimeZone()).isEqualTo(TimeZone.getTimeZone("Europe/Warsaw"));
            assertThat(trigger.getCronExpression()).isEqualTo("0 10 * * * ?");
            assertThat(context.getRoute("report").getDescription()).isNotBlank();
            assertThat(DailyReport.class.getMethod("missing")).isNotNull();
        } finally {
            context.stop();
        }
    }

    @Test
    void theZoneOfTheOfficeCanBeSet() throws Exception {
        for (String route : List.of("report", "retention")) {
            CamelContext context = context(new Counter());
            context.getPropertiesComponent().addInitialProperty("kurenda.zone", "Atlantic/Azores");
            load(context, route);
            try {
                QuartzEndpoint endpoint =
                        (QuartzEndpoint) context.getRoute(route).getEndpoint();
                CronTrigger trigger = (CronTrigger) context.getComponent("quartz", QuartzComponent.class)
                        .getScheduler()
                        .getTrigger(endpoint.getTriggerKey());
                assertThat(trigger.getTimeZone()).isEqualTo(TimeZone.getTimeZone("Atlantic/Azores"));
            } finally {
                context.stop();
            }
        }
    }

    @Test
    void callsTheBean() throws Exception {
        Counter counter = new Counter();
        CamelContext context = started("* * * * * ?", counter);
        try {
            Awaitility.await().until(() -> counter.calls.get() > 0);
        } finally {
            context.stop();
        }
    }

    private static CamelContext started(String cron, Counter counter) throws Exception {
        CamelContext context = context(counter);
        if (cron != null) {
            context.getPropertiesComponent().addInitialProperty("kurenda.report.cron", cron);
        }
        load(context, "report");
        return context;
    }

    private static CamelContext context(Counter counter) {
        CamelContext context = new DefaultCamelContext();
        for (String bean : List.of("dailyReport", "effectBook", "retentionJob")) {
            context.getRegistry().bind(bean, counter);
        }
        return context;
    }

    private static void load(CamelContext context, String route) throws Exception {
        PluginHelper.getRoutesLoader(context)
                .loadRoutes(ResourceHelper.resolveResource(context, "file:routes/" + route + ".camel.yaml"));
        context.start();
    }
}
