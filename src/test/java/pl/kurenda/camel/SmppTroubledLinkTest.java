package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import pl.kurenda.camel.smpp.IndependentSmsc;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;

/** An SMSC that drops sessions as soon as they are bound, and a route that was changed. */
@ExtendWith(OutputCaptureExtension.class)
class SmppTroubledLinkTest {

    @Test
    void aBindThatIsDroppedAtOnceIsTriedLessAndLessOften() throws Exception {
        try (IndependentSmsc smsc = new IndependentSmsc()) {
            smsc.dropsAtOnce = true;
            try (SmppRig rig = new SmppRig(smsc.port(), Map.of("bind", "transceiver"))) {
                await().until(() -> rig.context.isStarted() && smsc.binds.size() >= 5);
                List<Long> binds = smsc.binds;
                assertThat(Duration.ofNanos(binds.get(4) - binds.get(3)))
                        .as("100 ms at first, 400 ms at the most, and a quarter less by chance")
                        .isGreaterThan(Duration.ofMillis(290));
            }
        }
    }

    @Test
    void aRouteThatEndsBeforeTheSmscRejectsNothing(CapturedOutput log) throws Exception {
        try (IndependentSmsc smsc = new IndependentSmsc();
                SmppRig rig = SmppRig.bound(smsc.port(), Map.of())) {
            rig.context.getRouteController().stopRoute("dispatch");
            rig.context.removeRoute("dispatch");
            rig.context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:dispatch").routeId("dispatch").log("changed by somebody");
                }
            });
            assertThat(rig.submit(SmppRig.segment("48501234567", 1))).isEqualTo(new NotSent("ROUTE_BROKEN", false));
            assertThat(log).contains("ALARM");
            assertThat(smsc.submits).isEmpty();
        }
    }
}
