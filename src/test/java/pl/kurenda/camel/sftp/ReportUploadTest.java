package pl.kurenda.camel.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.camel.spring.boot.CamelAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.JdbcTemplate;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.camel.ShiftedClock;
import pl.kurenda.camel.UploadRoutes;
import pl.kurenda.intake.folder.RetryPauses;
import pl.kurenda.intake.source.IntakeSettings;
import pl.kurenda.ledger.report.ReportUploadBooks;

/** Each content of a report reaches finance once, however often something goes wrong. */
@ExtendWith(OutputCaptureExtension.class)
class ReportUploadTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    Path folder;

    private final DataSource database = DatabaseFixture.migrated();

    @Test
    void eachContentIsUploadedOnceAndTheSummaryLast(CapturedOutput output) throws IOException {
        try (SftpRig rig = new SftpRig(folder)) {
            Path outbound = Files.createDirectories(folder.resolve("home/dropbox/outbound"));
            for (String name :
                    List.of("summary-2026-11-23.csv", "outcomes-2026-11-23.csv", "x.csv", "billing-2026-11.csv.tmp")) {
                Files.writeString(outbound.resolve(name), name);
            }
            rig.server.refuseWrites = true;
            try (ConfigurableApplicationContext node = node(rig)) {
                assertThat(node.isActive()).isTrue();
                await().atMost(PATIENCE)
                        .until(() -> output.getAll().contains("reports: ")
                                && output.getAll().contains("denies permission"));
                assertThat(rig.server.names("reports")).isEmpty();
                rig.server.refuseWrites = false;
                awaitNames(rig, "outcomes-2026-11-23.csv", "summary-2026-11-23.csv");
                awaitBooked(2);
                assertThat(output.getAll().indexOf("Report outcomes-2026-11-23.csv uploaded"))
                        .isPositive()
                        .isLessThan(output.getAll().indexOf("Report summary-2026-11-23.csv uploaded"));
                // finance takes the file away, and it is not uploaded again
                Files.delete(rig.server.root.resolve("reports/outcomes-2026-11-23.csv"));
                change(
                        outbound.resolve("summary-2026-11-23.csv"),
                        "made again",
                        Instant.now().plusSeconds(5));
                await().atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(rig.server.root.resolve("reports/summary-2026-11-23.csv"))
                                .hasContent("made again"));
                assertThat(rig.server.names("reports")).containsExactly("summary-2026-11-23.csv");
            }
            try (ConfigurableApplicationContext again = node(rig)) {
                assertThat(again.isActive()).isTrue();
                change(outbound.resolve("unknown-2026-11-23.csv"), "new", Instant.now());
                awaitNames(rig, "summary-2026-11-23.csv", "unknown-2026-11-23.csv");
                awaitBooked(3);
            }
            // another node's older copy does not replace the existing file
            change(
                    outbound.resolve("summary-2026-11-23.csv"),
                    "old",
                    Instant.now().minusSeconds(3600));
            change(outbound.resolve("unknown-2026-11-24.csv"), "newer", Instant.now());
            try (ConfigurableApplicationContext other = node(rig)) {
                assertThat(other.isActive()).isTrue();
                awaitBooked(4);
                assertThat(rig.server.root.resolve("reports/summary-2026-11-23.csv"))
                        .hasContent("made again");
            }
        }
    }

    private void awaitBooked(int count) {
        JdbcTemplate jdbc = new JdbcTemplate(database);
        await().atMost(PATIENCE)
                .until(() -> jdbc.queryForObject(
                                "select count(*) from report_upload where uploaded_at is not null", Integer.class)
                        == count);
    }

    private static void awaitNames(SftpRig rig, String... names) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rig.server.names("reports")).containsExactly(names));
    }

    private static void change(Path file, String text, Instant time) throws IOException {
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(time));
    }

    private ConfigurableApplicationContext node(SftpRig rig) {
        List<String> all = new ArrayList<>(rig.settings("kurenda.report.upload", "reports"));
        all.addAll(List.of(
                "kurenda.report.upload.poll=1s",
                "kurenda.home=" + folder.resolve("home"),
                "camel.main.routes-include-pattern=file:routes/upload.camel.yaml,file:routes/report-upload.camel.yaml",
                "logging.level.org.apache.sshd=error",
                "logging.level.org.apache.camel.component.file.remote=off",
                "spring.main.banner-mode=off",
                "camel.springboot.jmx-enabled=false"));
        return new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .properties(all.toArray(String[]::new))
                .initializers(started -> {
                    started.getBeanFactory().registerSingleton("clock", new ShiftedClock());
                    started.getBeanFactory().registerSingleton("dataSource", database);
                })
                .run();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(
            basePackages = {"pl.kurenda.report", "pl.kurenda.ledger"},
            useDefaultFilters = false,
            includeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = ".*\\.(ReportConfiguration|ReportUploads|ReportUploadBooks)"))
    @EnableConfigurationProperties(IntakeSettings.class)
    @EntityScan(basePackageClasses = ReportUploadBooks.class)
    @EnableJpaRepositories(basePackageClasses = ReportUploadBooks.class)
    @Import({
        UploadRoutes.class,
        Uploads.class,
        SftpServers.class,
        SftpLinks.class,
        SftpServerComponent.class,
        RetryPauses.class
    })
    @ImportAutoConfiguration({
        CamelAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        HibernateJpaAutoConfiguration.class
    })
    static class Parts {}
}
