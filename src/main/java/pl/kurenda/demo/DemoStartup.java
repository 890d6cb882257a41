package pl.kurenda.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.account.SmscAccounts;

/** Prints where everything is once the daemon runs, and drops a first sample file for each source. */
@Component
class DemoStartup {
    private static final List<String> SOURCES = List.of("waste", "tax", "water");
    private static final Logger LOG = LoggerFactory.getLogger("pl.kurenda.Kurenda");

    private final Environment environment;
    private final SmscAccounts smsc;
    private final JdbcClient jdbc;
    private final Path dropbox;

    DemoStartup(Environment environment, SmscAccounts smsc, JdbcClient jdbc) {
        this.environment = environment;
        this.smsc = smsc;
        this.jdbc = jdbc;
        this.dropbox = Path.of(environment.getRequiredProperty("kurenda.home"))
                .resolve(environment.getProperty("kurenda.dropbox", "dropbox"));
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        boolean first = jdbc.sql("select count(*) from batch").query(Long.class).single() == 0;
        LOG.info(banner());
        if (smsc.simulator() && first && environment.getProperty("kurenda.samples", Boolean.class, true)) {
            SOURCES.stream()
                    .filter(source -> Files.isDirectory(dropbox.resolve(source).resolve("in")))
                    .forEach(this::drop);
        }
    }

    private String banner() {
        String page = "http://localhost:" + environment.getProperty("local.server.port", "8080") + "/";
        String database = environment.containsProperty("spring.datasource.url") ? "as configured" : "embedded MariaDB";
        String login = smsc.simulator()
                ? "user " + environment.getProperty("kurenda.admin.name", "admin") + ", password "
                        + environment.getProperty("kurenda.admin.password")
                : "user " + environment.getProperty("kurenda.admin.name", "admin");
        return """

                ──────────────────────────────────────────────────────────────
                 Kurenda runs%s
                 Page      %s   (%s)
                 Hawtio    %sactuator/hawtio
                 Drop      %s/<source>/in
                 Reports   %s/outbound
                 SMSC      %s
                 Database  %s
                ──────────────────────────────────────────────────────────────""".formatted(
                        smsc.simulator() ? " as a DEMO: no SMS leaves this machine" : "",
                        page,
                        login,
                        page,
                        dropbox,
                        dropbox,
                        smscs(),
                        database);
    }

    private String smscs() {
        return smsc.simulator()
                ? "built-in simulator, port " + smsc.all().get(0).address().port()
                : smsc.all().stream()
                        .map(account -> account.address().toString())
                        .collect(Collectors.joining(", "));
    }

    /** Writes under a temporary name first, as a domain system should. */
    private void drop(String source) {
        Path in = dropbox.resolve(source).resolve("in");
        String name = source + "-sample.csv";
        try (InputStream sample = getClass().getResourceAsStream("/demo/" + source + ".csv")) {
            Path half = in.resolve(name + ".part");
            Files.copy(sample, half);
            Files.move(half, in.resolve(name));
            LOG.info("First start: a sample export was dropped as {}/in/{}", source, name);
        } catch (IOException e) {
            throw new UncheckedIOException("The sample export of " + source + " could not be dropped", e);
        }
    }
}
