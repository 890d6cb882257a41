package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedProcessorMBean;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.component.mock.MockEndpoint;
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
import pl.kurenda.intake.FileDisposition;
import pl.kurenda.intake.Intake;
import pl.kurenda.intake.OpenFile;
import pl.kurenda.intake.row.RowBlock;

/** The route load-waste: what happens to an opened export until its replies are written. */
@CamelSpringBootTest
@DisableJmx(false)
@SpringBootTest(
        classes = RouteRig.class,
        properties = {RouteRig.LOCAL, "camel.main.auto-startup-exclude-pattern=intake-*"})
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class LoadRouteTest {
    private static final String ROUTE = "load-waste";
    private static final String HEADER = "telefon;kwota;nazwa\n";

    @Autowired
    private CamelContext camel;

    @Autowired
    private ProducerTemplate producer;

    @Autowired
    private InMemoryBatches batches;

    @Autowired
    private Intake intake;

    private Path home;

    @DynamicPropertySource
    static void home(DynamicPropertyRegistry properties) {
        RouteRig.home(properties);
    }

    @BeforeEach
    void find() {
        home = Path.of(camel.resolvePropertyPlaceholders("{{kurenda.home}}"));
    }

    @AfterEach
    void clear() throws IOException {
        RouteRig.clear(home);
    }

    @Test
    void rowsPassTheStepsInBlocksAndTheFileIsAnswered() throws Exception {
        AdviceWith.adviceWith(camel, ROUTE, route -> {
            route.weaveById("load-waste-check").before().to("mock:enriched");
            route.weaveById("load-waste-store").before().to("mock:rendered");
            route.weaveById("load-waste-close").after().to("mock:closed");
        });
        MockEndpoint enriched = camel.getEndpoint("mock:enriched", MockEndpoint.class);
        MockEndpoint closed = camel.getEndpoint("mock:closed", MockEndpoint.class);
        enriched.expectedMessageCount(3);
        enriched.allMessages().body().isInstanceOf(RowBlock.class);
        camel.getEndpoint("mock:rendered", MockEndpoint.class).expectedMessageCount(3);
        closed.expectedMessageCount(1);
        closed.allMessages().body().isInstanceOf(OpenFile.Loaded.class);

        FileDisposition filing = producer.requestBody(
                "direct:load-waste", open("x.csv", rows(1200) + "5012;1,00;\n"), FileDisposition.class);

        MockEndpoint.assertIsSatisfied(camel);
        assertThat(filing).isInstanceOf(FileDisposition.Move.class);
        assertThat(batches.batch("x.csv").reminders).hasSize(1200);
        assertThat(batches.batch("x.csv").rejections).hasSize(1);
        assertThat(batches.largestBlock).isEqualTo(500);
        assertThat(home.resolve("dropbox/waste/out/x.csv.receipt.json")).exists();
        assertThat(home.resolve("dropbox/waste/out/x.csv.rejected.csv")).exists();
    }

    @Test
    void aFileThatCannotBeReadHasNoBlocksAndIsAnswered() throws Exception {
        FileDisposition filing =
                producer.requestBody("direct:load-waste", open("x.csv", "nazwa\nJan\n"), FileDisposition.class);

        assertThat(((FileDisposition.Move) filing).target()).isEqualTo(home.resolve("dropbox/waste/failed/x.csv"));
        assertThat(home.resolve("dropbox/waste/failed/x.csv.error.txt")).exists();
        assertThat(step("load-waste-store").getExchangesTotal()).isZero();
        assertThat(step("load-waste-answer").getExchangesCompleted()).isEqualTo(1);
    }

    @Test
    void aFailureOfTheDatabaseGoesBackToTheCallerAndTheNextTryLosesNothing() throws Exception {
        batches.failures.set(1);
        OpenFile first = open("x.csv", rows(1200));

        Exchange failed = producer.request(
                "direct:load-waste", exchange -> exchange.getMessage().setBody(first));

        assertThat(failed.getException()).hasRootCauseMessage("the database is gone");
        assertThat(home.resolve("dropbox/waste/out")).isEmptyDirectory();
        assertThat(camel.getCamelContextExtension()
                        .getContextPlugin(ManagedCamelContext.class)
                        .getManagedRoute(ROUTE)
                        .getExchangesFailed())
                .isEqualTo(1);
        assertThat(step("load-waste-store").getExchangesFailed())
                .as("the second block meets what the first failed with")
                .isEqualTo(1);
        assertThat(step("load-waste-close").getExchangesTotal()).isZero();

        Path path = home.resolve("dropbox/waste/in/x.csv");
        intake.giveUp(path);
        producer.requestBody("direct:load-waste", intake.open(path.toFile()), FileDisposition.class);
        assertThat(batches.batch("x.csv").reminders).hasSize(1200);
        assertThat(home.resolve("dropbox/waste/out/x.csv.receipt.json")).exists();
    }

    @Test
    void theAdminSeesHowOftenAndHowLongEachStepRan() throws Exception {
        producer.requestBody("direct:load-waste", open("x.csv", rows(1200)), FileDisposition.class);

        Map<String, Integer> times =
                Map.of("split", 1, "enrich", 3, "check", 3, "render", 3, "store", 3, "close", 1, "answer", 1);
        for (Map.Entry<String, Integer> each : times.entrySet()) {
            ManagedProcessorMBean step = step(ROUTE + "-" + each.getKey());
            assertThat(step.getExchangesCompleted())
                    .as(each.getKey())
                    .isEqualTo(each.getValue().longValue());
            assertThat(step.getExchangesFailed()).as(each.getKey()).isZero();
            assertThat(step.getMaxProcessingTime()).isGreaterThanOrEqualTo(step.getMeanProcessingTime());
            assertThat(step.getDescription()).as(each.getKey()).isNotBlank();
            assertThat(step.getRouteId()).isEqualTo(ROUTE);
        }
    }

    private ManagedProcessorMBean step(String id) {
        ManagedProcessorMBean step = camel.getCamelContextExtension()
                .getContextPlugin(ManagedCamelContext.class)
                .getManagedProcessor(id);
        assertThat(step).as("step " + id).isNotNull();
        return step;
    }

    private OpenFile open(String name, String text) throws IOException {
        File file = home.resolve("dropbox/waste/in").resolve(name).toFile();
        Files.write(file.toPath(), text.getBytes(StandardCharsets.UTF_8));
        return intake.open(file);
    }

    private static String rows(int count) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int i = 0; i < count; i++) {
            file.append(501_000_000 + i).append(";1,00;Jan\n");
        }
        return file.toString();
    }
}
