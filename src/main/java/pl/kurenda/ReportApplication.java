package pl.kurenda;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import pl.kurenda.demo.DatabaseConfiguration;
import pl.kurenda.report.ReportCommand;

/**
 * What the report command needs and nothing else: no routes, no dispatch and no lease, so that it may run beside the
 * daemon. No configuration class by its annotations, so that the daemon does not pick it up.
 */
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@ComponentScan("pl.kurenda.report")
@ComponentScan(
        basePackages = "pl.kurenda.ledger",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*ReportDays.*"))
@Import({OfficeClock.class, DatabaseConfiguration.class})
final class ReportApplication {
    private ReportApplication() {}

    /** @return exit code */
    static int run(String[] args) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(ReportApplication.class)
                .web(WebApplicationType.NONE)
                .properties("kurenda.command=report", "management.endpoint.health.validate-group-membership=false")
                .run(args)) {
            return context.getBean(ReportCommand.class).run(context.getBean(ApplicationArguments.class));
        }
    }
}
