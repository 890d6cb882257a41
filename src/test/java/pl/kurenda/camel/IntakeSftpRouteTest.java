package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pl.kurenda.camel.sftp.SftpRig;

/** The route intake-waste with exports on another machine: fetches one, has it loaded, and uploads the replies. */
@CamelSpringBootTest
@DisableJmx(false)
@SpringBootTest(
        classes = RouteRig.class,
        properties = {RouteRig.REMOTE, "kurenda.node=one", "kurenda.sources.waste.sftp.poll=1s"})
@DirtiesContext
class IntakeSftpRouteTest {
    private static Path home;
    private static SftpRig rig;

    @Autowired
    private CamelContext camel;

    @Autowired
    private InMemoryBatches batches;

    @Autowired
    private ShiftedClock clock;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) throws IOException {
        home = RouteRig.home(properties);
        rig = new SftpRig(Files.createDirectories(home.resolve("rig")));
        rig.settings("kurenda.sources.waste", "in").forEach(setting -> {
            String[] parts = setting.split("=", 2);
            properties.add(parts[0], () -> parts[1]);
        });
    }

    @AfterAll
    static void stop() throws IOException {
        rig.close();
    }

    @Test
    void afterATechnicalFailureTheExportStaysThereThenItIsLoadedAndAnsweredThere() throws Exception {
        NotifyBuilder failed =
                new NotifyBuilder(camel).fromRoute("intake-waste").whenFailed(1).create();
        NotifyBuilder loaded = new NotifyBuilder(camel)
                .fromRoute("intake-waste")
                .whenCompleted(1)
                .create();
        batches.failures.set(1);

        rig.server.drop("in", "x.csv", SftpRig.HEADER + SftpRig.GOOD);

        assertThat(failed.matches(60, TimeUnit.SECONDS)).isTrue();
        assertThat(rig.server.names("in")).contains("x.csv");
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            clock.forward(Duration.ofSeconds(10));
            return loaded.matches(1, TimeUnit.SECONDS);
        });
        await().untilAsserted(() -> assertThat(rig.server.names("in/done")).containsExactly("x.csv"));
        assertThat(rig.server.names("in/out")).containsExactly("x.csv.receipt.json");
        assertThat(batches.batch("x.csv").reminders).hasSize(1);
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        assertThat(managed.getManagedRoute("intake-waste").getExchangesFailed()).isEqualTo(1);
        for (String step : new String[] {"intake-waste-upload", "intake-waste-answers", "load-waste-answer"}) {
            assertThat(managed.getManagedProcessor(step).getExchangesCompleted())
                    .as(step)
                    .isEqualTo(1);
        }
    }
}
