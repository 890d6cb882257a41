package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.camel.sftp.SftpLinks;

class RouteStatesTest {
    private final CamelContext context = new DefaultCamelContext();
    private final RouteStates states = new RouteStates(context, new SftpLinks(null, Clock.systemUTC()));

    @BeforeEach
    void start() throws Exception {
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                for (String id : new String[] {
                    "intake-waste",
                    "intake-waste-api",
                    "intake-waste-sandbox",
                    "intake-water",
                    "dispatch",
                    "upkeep",
                    "receipts"
                }) {
                    from("direct:" + id).routeId(id).to("direct:nowhere");
                }
            }
        });
        context.start();
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void aSourceWithoutRouteDoesNotRun() {
        assertThat(states.running("tax")).isFalse();
        assertThat(states.running("waste")).isTrue();
    }

    @Test
    void aStoppedRouteOfASourceDoesNotRunAndIsToldOfThereOnly() throws Exception {
        context.getRouteController().stopRoute("intake-waste");
        assertThat(states.running("waste")).isFalse();
        assertThat(states.standing()).isEmpty();
    }

    @Test
    void aSourceIsPausedAndResumed() {
        states.pause("waste");
        assertThat(states.running("waste")).isFalse();
        for (String way : new String[] {"", "-api", "-sandbox"}) {
            assertThat(context.getRouteController().getRouteStatus("intake-waste" + way))
                    .as(way)
                    .isEqualTo(ServiceStatus.Suspended);
        }
        assertThat(states.running("water")).isTrue();
        states.resume("waste");
        assertThat(states.running("waste")).isTrue();
        assertThatThrownBy(() -> states.pause("tax")).hasMessage("no source of this name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-api", "-sandbox"})
    void aSourceWhoseInterfaceStandsDoesNotRun(String way) throws Exception {
        context.getRouteController().stopRoute("intake-waste" + way);
        assertThat(states.running("waste")).isFalse();
        assertThat(states.running("water")).isTrue();
    }

    @Test
    void stoppedAndSuspendedRoutesStand() throws Exception {
        context.getRouteController().stopRoute("upkeep");
        context.getRouteController().suspendRoute("dispatch");
        assertThat(states.standing()).containsExactly("dispatch", "upkeep");
    }

    @Test
    void theRouteThatWaitsForTheSmscIsToldOfElsewhere() throws Exception {
        context.getRouteController().stopRoute("receipts");
        assertThat(states.standing()).isEmpty();
    }
}
