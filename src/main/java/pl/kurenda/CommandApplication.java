package pl.kurenda;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import pl.kurenda.demo.DatabaseConfiguration;
import pl.kurenda.intake.IntakeConfiguration;
import pl.kurenda.intake.check.CheckCommand;
import pl.kurenda.intake.row.Enrichment;
import pl.kurenda.ops.command.DecisionCommand;
import pl.kurenda.ops.command.OptOutCommand;
import pl.kurenda.ops.command.PersonCommand;
import pl.kurenda.ops.command.PhonesCommand;
import pl.kurenda.ops.command.TokenCommand;
import pl.kurenda.ops.command.WebhookCommand;
import pl.kurenda.report.ReportCommand;

/**
 * Runs a command with only the beans that it needs: no routes, no dispatch and no lease, so that it may run beside the
 * daemon. The scans are lazy: a bean that the command does not use is never created. This class has no configuration
 * annotations, so that the daemon does not pick it up.
 */
@EnableAutoConfiguration(excludeName = "org.apache.camel.spring.boot.CamelAutoConfiguration")
@Import({OfficeClock.class, DatabaseConfiguration.class})
final class CommandApplication {
    private static final Map<String, Command> COMMANDS = Map.of(
            PersonCommand.NAME,
            new Command(
                    PersonBeans.class,
                    (beans, words) -> beans.getBean(PersonCommand.class).run(words)),
            ReportCommand.NAME,
            new Command(
                    ReportBeans.class,
                    (beans, words) -> beans.getBean(ReportCommand.class).run(words)),
            DecisionCommand.UNKNOWN,
            Command.DECISION,
            DecisionCommand.HELD,
            Command.DECISION,
            CheckCommand.NAME,
            new Command(
                    OfficeClock.class,
                    CheckBeans.class,
                    (beans, words) -> beans.getBean(CheckCommand.class).run(words)),
            OptOutCommand.NAME,
            new Command(
                    ListBeans.class,
                    (beans, words) -> beans.getBean(OptOutCommand.class).run(words)),
            PhonesCommand.NAME,
            new Command(
                    ListBeans.class,
                    (beans, words) -> beans.getBean(PhonesCommand.class).run(words)),
            TokenCommand.NAME,
            new Command(
                    ApiBeans.class,
                    (beans, words) -> beans.getBean(TokenCommand.class).run(words)),
            WebhookCommand.NAME,
            new Command(
                    ApiBeans.class,
                    (beans, words) -> beans.getBean(WebhookCommand.class).run(words)));

    private CommandApplication() {}

    /** The command word: the first argument that is not a setting. */
    static Optional<String> word(String... args) {
        return Stream.of(args).filter(arg -> !arg.startsWith("--")).findFirst();
    }

    /** @return exit code; 2 if there is no such command */
    static int run(String word, String... args) {
        Command command = COMMANDS.get(word);
        if (command == null) {
            return new UsageCommand().run(word);
        }
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(command.root(), command.beans())
                .web(WebApplicationType.NONE)
                .properties("kurenda.command=" + word, "management.endpoint.health.validate-group-membership=false")
                .run(args)) {
            return command.carriedOut().apply(context, context.getBean(ApplicationArguments.class));
        }
    }

    /**
     * A command of the table.
     *
     * @param root clock and database, or only the clock
     * @param beans what else it needs
     * @param carriedOut runs the command and gives the exit code
     */
    private record Command(
            Class<?> root, Class<?> beans, BiFunction<BeanFactory, ApplicationArguments, Integer> carriedOut) {
        Command(Class<?> beans, BiFunction<BeanFactory, ApplicationArguments, Integer> carriedOut) {
            this(CommandApplication.class, beans, carriedOut);
        }

        static final Command DECISION = new Command(
                DecisionBeans.class,
                (beans, words) -> beans.getBean(DecisionCommand.class).run(words));
    }

    @ComponentScan("pl.kurenda.report")
    @ComponentScan(basePackages = "pl.kurenda.ledger.report", lazyInit = true)
    static final class ReportBeans {
        private ReportBeans() {}
    }

    @Import({CheckCommand.class, IntakeConfiguration.class})
    @ComponentScan("pl.kurenda.message")
    @ComponentScan(
            basePackages = {"pl.kurenda.intake.source", "pl.kurenda.intake.row", "pl.kurenda.intake.check"},
            lazyInit = true)
    @ComponentScan(
            basePackages = "pl.kurenda",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = Enrichment.class))
    static final class CheckBeans {
        private CheckBeans() {}
    }

    @Import({OptOutCommand.class, PhonesCommand.class})
    @ComponentScan(
            basePackages = {"pl.kurenda.ledger.core", "pl.kurenda.ledger.optout", "pl.kurenda.ledger.phones"},
            lazyInit = true)
    static final class ListBeans {
        private ListBeans() {}
    }

    @Import({TokenCommand.class, WebhookCommand.class})
    @ComponentScan(
            basePackages = {"pl.kurenda.ledger.core", "pl.kurenda.ledger.vendor"},
            lazyInit = true)
    static final class ApiBeans {
        private ApiBeans() {}
    }

    @Import(PersonCommand.class)
    @ComponentScan(
            basePackages = {
                "pl.kurenda.ops.privacy",
                "pl.kurenda.ledger.core",
                "pl.kurenda.ledger.decision",
                "pl.kurenda.ledger.optout",
                "pl.kurenda.ledger.privacy"
            },
            lazyInit = true)
    static final class PersonBeans {
        private PersonBeans() {}
    }

    @Import(DecisionCommand.class)
    @ComponentScan(
            basePackages = {"pl.kurenda.ledger.core", "pl.kurenda.ledger.batch", "pl.kurenda.ledger.decision"},
            lazyInit = true)
    static final class DecisionBeans {
        private DecisionBeans() {}
    }
}
