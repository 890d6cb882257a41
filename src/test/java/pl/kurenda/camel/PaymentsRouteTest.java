package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.io.IOException;
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
import pl.kurenda.ledger.payment.Payments;
import pl.kurenda.ledger.payment.Payments.Booked;
import pl.kurenda.ledger.payment.Payments.Listed;

/** The route payments-waste: books a list of payments block by block, writes its replies, and moves it away. */
@CamelSpringBootTest
@DisableJmx(false)
@SpringBootTest(classes = RouteRig.class, properties = RouteRig.LOCAL)
@DirtiesContext(classMode = DirtiesContext.ClassMode.AFTER_EACH_TEST_METHOD)
class PaymentsRouteTest {
    private static final String LIST = "reference;amount;date\nR/1;10,00;2020-01-02\n;1;2020-01-02\n";

    @Autowired
    private CamelContext camel;

    @Autowired
    private Payments payments;

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
        when(payments.open(anyString(), anyString(), anyString())).thenReturn(new Listed(1, false, "x"));
    }

    @AfterEach
    void clear() throws IOException {
        RouteRig.clear(waste.getParent().getParent());
    }

    @Test
    void aListIsBookedBlockByBlockAnsweredAndPutAway() throws Exception {
        when(payments.book(anyLong(), anyString(), any())).thenReturn(new Booked(1, 1000, 0, 0));

        take(LIST + "R/2;10,00;2020-01-02\n".repeat(600));

        assertThat(waste.resolve("payments/done/w.csv")).exists();
        assertThat(waste.resolve("out/w.csv.payments.receipt.json"))
                .content()
                .contains("\"matched\" : 2", "\"rejected\" : 1");
        assertThat(waste.resolve("out/w.csv.payments.rejected.csv")).exists();
        assertThat(completed("open")).isEqualTo(1);
        assertThat(completed("split")).isEqualTo(1);
        assertThat(completed("check")).isEqualTo(2);
        assertThat(completed("book")).isEqualTo(2);
        assertThat(completed("answer")).isEqualTo(1);
    }

    @Test
    void afterATechnicalFailureTheListStaysAndIsTakenAgain() throws Exception {
        when(payments.book(anyLong(), anyString(), any()))
                .thenThrow(new IllegalStateException("the database is away"))
                .thenReturn(new Booked(1, 1000, 0, 0));
        NotifyBuilder failed = new NotifyBuilder(camel)
                .fromRoute("payments-waste")
                .whenFailed(1)
                .create();

        take(LIST);

        assertThat(failed.matches()).isTrue();
        assertThat(waste.resolve("payments/done/w.csv")).hasContent(LIST);
        assertThat(managed().getManagedRoute("payments-waste").getExchangesFailed())
                .isEqualTo(1);
        assertThat(managed().getManagedProcessor("payments-waste-book").getExchangesFailed())
                .isEqualTo(1);
        assertThat(completed("answer")).isEqualTo(1);
    }

    @Test
    void aFileThatIsNoListGoesToFailedWithTheReason() throws Exception {
        take("no list\n");

        assertThat(waste.resolve("payments/failed/w.csv")).exists();
        assertThat(waste.resolve("payments/failed/w.csv.error.txt")).exists();
        assertThat(completed("check")).isZero();
    }

    private void take(String content) throws IOException {
        NotifyBuilder taken = new NotifyBuilder(camel)
                .fromRoute("payments-waste")
                .whenCompleted(1)
                .create();
        RouteRig.drop(waste.resolve("payments"), "w.csv", content);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            clock.forward(Duration.ofSeconds(10));
            return taken.matches(1, TimeUnit.SECONDS);
        });
        await().until(() -> !waste.resolve("payments/w.csv").toFile().exists());
    }

    private long completed(String step) throws Exception {
        return managed().getManagedProcessor("payments-waste-" + step).getExchangesCompleted();
    }

    private ManagedCamelContext managed() {
        return camel.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
    }
}
