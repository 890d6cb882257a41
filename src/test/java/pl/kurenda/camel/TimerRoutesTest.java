package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mockingDetails;

import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import pl.kurenda.delivery.InboundSms;
import pl.kurenda.delivery.receipt.ReceiptMatcher;
import pl.kurenda.delivery.receipt.SmscQueries;
import pl.kurenda.ops.privacy.RetentionJob;
import pl.kurenda.web.api.WebhookPoster;

/** Routes that call one bean at each tick. After a failure, which the admin sees as a failed exchange, the next tick calls it again. */
@CamelSpringBootTest
@UseAdviceWith
@SpringBootTest(
        classes = RouteParts.class,
        webEnvironment = WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/errors.camel.yaml,file:routes/matching.camel.yaml,"
                + "file:routes/queries.camel.yaml,file:routes/opt-outs.camel.yaml,file:routes/webhooks.camel.yaml,"
                + "file:routes/retention.camel.yaml")
class TimerRoutesTest {
    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate tick;

    @MockitoBean(name = "receiptMatcher")
    private ReceiptMatcher matcher;

    @MockitoBean(name = "smscQueries")
    private SmscQueries queries;

    @MockitoBean(name = "inboundSms")
    private InboundSms messages;

    @MockitoBean(name = "webhookPoster")
    private WebhookPoster webhooks;

    @MockitoBean(name = "retentionJob")
    private RetentionJob retention;

    @BeforeEach
    void start() throws Exception {
        if (!context.getStatus().isStarted()) {
            for (String route : calls().keySet()) {
                AdviceWith.adviceWith(context, route, advice -> advice.replaceFromWith("direct:" + route));
            }
            context.start();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"matching", "queries", "opt-outs", "webhooks", "retention"})
    void eachTickCallsTheBeanAlsoAfterAFailure(String route) throws Exception {
        Object bean = calls().get(route).get(0);
        String method = (String) calls().get(route).get(1);
        NotifyBuilder failed =
                new NotifyBuilder(context).fromRoute(route).whenFailed(1).create();
        tick.sendBody("direct:" + route, null);
        assertThat(count(bean, method)).isEqualTo(1);
        bean.getClass()
                .getMethod(method)
                .invoke(doThrow(new IllegalStateException("the database is away"))
                        .doNothing()
                        .when(bean));
        assertThat(tick.send("direct:" + route, exchange -> {}).getException())
                .as("neither hidden nor retried")
                .hasMessage("the database is away");
        assertThat(failed.matches()).as("the admin sees a failed exchange").isTrue();
        tick.sendBody("direct:" + route, null);
        assertThat(count(bean, method)).isEqualTo(3);
    }

    private static long count(Object bean, String method) {
        return mockingDetails(bean).getInvocations().stream()
                .filter(call -> call.getMethod().getName().equals(method))
                .count();
    }

    /** What each route calls: the bean and its method. */
    private Map<String, List<Object>> calls() {
        return Map.of(
                "matching", List.of(matcher, "match"),
                "queries", List.of(queries, "ask"),
                "opt-outs", List.of(messages, "settle"),
                "webhooks", List.of(webhooks, "post"),
                "retention", List.of(retention, "run"));
    }
}
