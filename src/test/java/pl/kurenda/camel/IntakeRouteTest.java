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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The route intake-waste: takes an export from its folder, has it loaded, and moves it away. */
@CamelSpringBootTest
@DisableJmx(false)
@SpringBootTest(classes = RouteRig.class, properties = RouteRig.LOCAL)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class IntakeRouteTest {
    private static final String EXPORT = "telefon;kwota;nazwa\n501234567;12,50;Jan\n";

    @Autowired
    private CamelContext camel;

    @Autowired
    private InMemoryBatches batches;

    @Autowired
    private ShiftedClock clock;

    private Path waste;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        RouteRig.home(properties);
    }

    @BeforeEach
    void find() {
        waste = Path.of(camel.resolvePropertyPlaceholders("{{kurenda.home}}")).resolve("dropbox/waste");
    }

    @AfterEach
    void clear() throws IOException {
        RouteRig.clear(waste.getParent().getParent());
    }

    @Test
    void anExportIsLoadedAnsweredAndPutAway() throws Exception {
        NotifyBuilder loaded = new NotifyBuilder(camel)
                .fromRoute("intake-waste")
                .whenCompleted(1)
                .create();

        RouteRig.drop(waste.resolve("in"), "x.csv", EXPORT);

        assertThat(loaded.matches(30, TimeUnit.SECONDS)).isTrue();
        await().untilAsserted(() -> assertThat(waste.resolve("done/x.csv")).hasContent(EXPORT));
        assertThat(waste.resolve("out/x.csv.receipt.json")).exists();
        assertThat(batches.batch("x.csv").reminders).hasSize(1);
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        assertThat(managed.getManagedProcessor("intake-waste-open").getExchangesCompleted())
                .isEqualTo(1);
        assertThat(managed.getManagedProcessor("intake-waste-load").getExchangesCompleted())
                .isEqualTo(1);
    }

    @Test
    void afterATechnicalFailureTheExportStaysAndIsTriedAgain() throws Exception {
        NotifyBuilder failed =
                new NotifyBuilder(camel).fromRoute("intake-waste").whenFailed(1).create();
        NotifyBuilder loaded = new NotifyBuilder(camel)
                .fromRoute("intake-waste")
                .whenCompleted(1)
                .create();
        batches.failures.set(1);

        RouteRig.drop(waste.resolve("in"), "x.csv", EXPORT);

        assertThat(failed.matches(30, TimeUnit.SECONDS)).isTrue();
        assertThat(waste.resolve("in/x.csv")).exists();
        assertThat(waste.resolve("out")).isEmptyDirectory();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            clock.forward(Duration.ofSeconds(10));
            return loaded.matches();
        });
        await().untilAsserted(() -> assertThat(waste.resolve("done/x.csv")).exists());
        assertThat(batches.batch("x.csv").reminders).hasSize(1);
        ManagedCamelContext managed = camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        assertThat(managed.getManagedRoute("intake-waste").getExchangesFailed()).isEqualTo(1);
        assertThat(managed.getManagedProcessor("load-waste-close").getExchangesFailed())
                .as("the step that met the failure")
                .isEqualTo(1);
    }

    @Test
    void whatCameThroughTheApiIsLoadedByTheSameRoute() throws Exception {
        String name = "a".repeat(26) + ".csv";

        Files.writeString(waste.resolve("api/in").resolve(".x"), EXPORT);
        Files.move(waste.resolve("api/in/.x"), waste.resolve("api/in").resolve(name));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(waste.resolve("api/done").resolve(name)).hasContent(EXPORT));
        assertThat(waste.resolve("api/out").resolve(name + ".receipt.json")).exists();
        assertThat(camel.getCamelContextExtension()
                        .getContextPlugin(ManagedCamelContext.class)
                        .getManagedProcessor("load-waste-answer")
                        .getExchangesCompleted())
                .isEqualTo(1);
    }
}
