package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.camel.file.CsvRows;
import pl.kurenda.camel.file.FileDispositionStrategy;
import pl.kurenda.camel.sftp.SftpLinks;
import pl.kurenda.camel.sftp.SftpServers;
import pl.kurenda.ledger.core.SmscIdentity;

/** The exports that a first start drops, on the real ledger. */
class DemoExportsTest {
    @TempDir
    Path home;

    @Test
    void areLoadedAnsweredAndAddUp() throws IOException {
        try (ConfigurableApplicationContext context = start()) {
            for (String source : List.of("waste", "tax", "water")) {
                try (InputStream in = getClass().getResourceAsStream("/demo/" + source + ".csv")) {
                    Files.copy(in, folder(source, "in").resolve("sample.csv"));
                }
            }
            for (String source : List.of("waste", "tax", "water")) {
                Path done = folder(source, "done").resolve("sample.csv");
                await().until(() -> Files.exists(done));
                assertThat(folder(source, "out")).isDirectoryContaining("glob:**sample.csv.receipt.json");
                assertThat(folder(source, "out")).isDirectoryContaining("glob:**sample.csv.rejected.csv");
            }
            JdbcClient jdbc = context.getBean(JdbcClient.class);
            assertThat(counts(jdbc, "select source, row_count n from batch where state = 'LOADED'"))
                    .isEqualTo(Map.of("waste", 12, "tax", 12, "water", 12));
            assertThat(counts(jdbc, "select source, count(*) n from reminder where state = 'QUEUED' group by source"))
                    .isEqualTo(Map.of("waste", 7, "tax", 8, "water", 9));
            assertThat(jdbc.sql(
                                    "select reason from rejected_row r join batch b on b.id = batch_id where source = 'waste'"
                                            + " order by line")
                            .query(String.class)
                            .list())
                    .containsExactly(
                            "PHONE_MISSING",
                            "PHONE_NOT_MOBILE",
                            "AMOUNT_INVALID",
                            "DUE_DATE_INVALID",
                            "ACCOUNT_INVALID");
            assertThat(jdbc.sql("select max(segments) from reminder")
                            .query(Integer.class)
                            .single())
                    .isGreaterThan(1);
        }
    }

    private static Map<String, Integer> counts(JdbcClient jdbc, String sql) {
        Map<String, Integer> counts = new java.util.HashMap<>();
        jdbc.sql(sql).query(rs -> {
            counts.put(rs.getString("source"), rs.getInt("n"));
        });
        return counts;
    }

    private Path folder(String source, String folder) {
        return home.resolve("dropbox").resolve(source).resolve(folder);
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "kurenda.home=" + home,
                        "kurenda.demo=true",
                        "spring.datasource.url=" + DatabaseFixture.url(),
                        "spring.datasource.username=root",
                        "camel.main.routes-include-pattern=file:routes/intake.camel.yaml,file:routes/load.camel.yaml,file:routes/payments.camel.yaml",
                        "camel.main.jmx-enabled=false",
                        "spring.main.banner-mode=off")
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"pl.kurenda.intake", "pl.kurenda.message", "pl.kurenda.ledger"})
    @AutoConfigurationPackage
    @EntityScan("pl.kurenda.ledger")
    @EnableJpaRepositories("pl.kurenda.ledger")
    @Import({CsvRows.class, FileDispositionStrategy.class, SourceRoutes.class, SftpServers.class, SftpLinks.class})
    @ImportAutoConfiguration({
        CamelAutoConfiguration.class,
        DataSourceAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        FlywayAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    static class Parts {
        @Bean
        Clock clock() {
            return Clock.system(ZoneId.of("Europe/Warsaw"));
        }

        @Bean
        SmscIdentity smsc() {
            return new SmscIdentity("simulator", true);
        }
    }
}
