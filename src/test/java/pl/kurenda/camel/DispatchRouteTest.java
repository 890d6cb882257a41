package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Pattern;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.component.mock.MockEndpoint;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.DisableJmx;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import pl.kurenda.camel.smpp.SmppLinkTest;
import pl.kurenda.camel.smpp.SmppMapping;
import pl.kurenda.camel.smpp.SmppRig;
import pl.kurenda.delivery.dispatch.OutcomeChannel;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.dispatch.SubmitReport;

/**
 * The routes {@code dispatch} and {@code outcomes}, and what an admin sees of their steps in Hawtio, which reads JMX.
 * {@link SmppLinkTest} covers real submits, DispatcherTest the retries of the dispatcher.
 */
@CamelSpringBootTest
@DisableJmx(false)
@SpringBootTest(
        classes = {RouteParts.class, DispatchRouteTest.Account.class, OutcomeRoute.class},
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "camel.main.name=dispatch-route",
            "camel.main.routes-include-pattern=file:routes/errors.camel.yaml,file:routes/dispatch.camel.yaml,"
                    + "file:routes/outcomes.camel.yaml"
        })
class DispatchRouteTest {
    private static final SegmentSubmit SEGMENT = SmppRig.segment("48501234567", 1);

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate dispatcher;

    @Autowired
    private OutcomeChannel outcomes;

    @MockitoBean(name = "smppMapping")
    private SmppMapping mapping;

    @MockitoBean(name = "dispatchQueue")
    private DispatchQueue ledger;

    private MockEndpoint smsc;

    @BeforeEach
    void forget() {
        smsc = context.getEndpoint("smpp:plus", MockEndpoint.class);
        smsc.reset();
    }

    @Test
    void aSegmentIsBuiltAndSubmitted() throws Exception {
        smsc.expectedMessageCount(1);
        dispatcher.sendBody("direct:dispatch-plus", SEGMENT);
        smsc.assertIsSatisfied();
        verify(mapping).toSubmitSm(any());
    }

    @Test
    void theDispatcherGetsTheFailureAndNothingIsRetried() {
        smsc.whenAnyExchangeReceived(exchange -> {
            throw new java.io.IOException("the connection broke");
        });
        Exchange sent = dispatcher.send(
                "direct:dispatch-plus", exchange -> exchange.getMessage().setBody(SEGMENT));
        assertThat(sent.getException()).hasMessage("the connection broke");
        assertThat(smsc.getReceivedCounter()).isEqualTo(1);
    }

    @Test
    void aBlockOfOutcomesIsRecordedBeforeTheDispatcherGoesOn() {
        List<SubmitReport> block = List.of(mock(SubmitReport.class), mock(SubmitReport.class));
        Thread dispatch = Thread.currentThread();
        doAnswer(call -> {
                    assertThat(call.<Object>getArgument(0)).isSameAs(block);
                    assertThat(Thread.currentThread()).isSameAs(dispatch);
                    return null;
                })
                .when(ledger)
                .record(any());
        outcomes.record(block);
        verify(ledger).record(block);
    }

    @Test
    void aBlockThatIsNotRecordedFailsForTheDispatcherWhichKeepsIt() {
        doThrow(new IllegalStateException("the database is away")).when(ledger).record(any());
        assertThat(catchThrowable(() -> outcomes.record(List.of())))
                .isInstanceOf(RuntimeException.class)
                .hasRootCauseMessage("the database is away");
    }

    @Test
    void aBlockFailsAtOnceWhileTheRouteIsStopped() throws Exception {
        context.getRouteController().stopRoute("outcomes");
        try {
            assertThat(catchThrowable(() -> outcomes.record(List.of()))).isInstanceOf(RuntimeException.class);
        } finally {
            context.getRouteController().startRoute("outcomes");
        }
    }

    /** Hawtio finds the figures of a step by its id in the diagram. */
    @Test
    void theDiagramAndTheFiguresOfEachStepHaveTheSameId() throws Exception {
        long before = total("dispatch-plus-submit");
        dispatcher.sendBody("direct:dispatch-plus", SEGMENT);
        dispatcher.sendBody("direct:dispatch-plus", SEGMENT);
        assertThat(total("dispatch-plus-build-submit")).isGreaterThanOrEqualTo(before + 2);
        assertThat(total("dispatch-plus-submit")).isEqualTo(before + 2);
        String diagram = xml("dumpRoutesAsXml()");
        assertThat(ids(diagram, "<(?!routes|route |from)\\w+ id=\"([^\"]+)\""))
                .containsExactlyInAnyOrder("dispatch-plus-build-submit", "dispatch-plus-submit", "record-outcomes");
        assertThat(ids(xml("dumpRoutesStatsAsXml(boolean,boolean)", true, true), "<processorStat id=\"([^\"]+)\""))
                .containsExactlyInAnyOrder("dispatch-plus-build-submit", "dispatch-plus-submit", "record-outcomes");
        assertThat(diagram)
                .contains("uri=\"direct:dispatch-plus\"", "uri=\"smpp:plus\"", "to account plus", "group=\"dispatch\"")
                .doesNotContain("{{");
    }

    private static long total(String step) throws Exception {
        return (Long) server().getAttribute(
                        new ObjectName("org.apache.camel:context=dispatch-route,type=processors,name=\"" + step + "\""),
                        "ExchangesTotal");
    }

    private static String xml(String operation, Object... arguments) throws Exception {
        String[] types = arguments.length == 0 ? new String[0] : new String[] {"boolean", "boolean"};
        return (String) server().invoke(
                        new ObjectName("org.apache.camel:context=dispatch-route,type=context,name=\"dispatch-route\""),
                        operation.substring(0, operation.indexOf('(')),
                        arguments,
                        types);
    }

    private static MBeanServer server() {
        return ManagementFactory.getPlatformMBeanServer();
    }

    private static List<String> ids(String xml, String pattern) {
        return Pattern.compile(pattern)
                .matcher(xml)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Account {
        /** Makes what {@link SmscRoutes} makes for an account with the key plus. */
        @Bean
        RouteBuilder account() {
            return new RouteBuilder() {
                @Override
                public void configure() {
                    templatedRoute("dispatch")
                            .routeId("dispatch-plus")
                            .parameter("account", "plus")
                            .parameter("entrance", "dispatch-plus");
                }
            };
        }
    }
}
