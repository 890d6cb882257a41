package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import pl.kurenda.report.DailyReport;
import pl.kurenda.report.DayReport;
import pl.kurenda.report.effect.EffectBook;

/** The route {@code report}: days without a report, then for each day lock, write, publish, book and unlock; then the effect. */
@CamelSpringBootTest
@UseAdviceWith
@SpringBootTest(
        classes = RouteParts.class,
        webEnvironment = WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/errors.camel.yaml,file:routes/report.camel.yaml")
class ReportStepsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate TUESDAY = LocalDate.of(2026, 11, 24);

    @Autowired
    private CamelContext context;

    @Autowired
    private ProducerTemplate schedule;

    @MockitoBean(name = "dailyReport")
    private DailyReport report;

    @MockitoBean(name = "effectBook")
    private EffectBook effect;

    private final DayReport monday = mock(DayReport.class);
    private final DayReport tuesday = mock(DayReport.class);

    @BeforeEach
    void start() throws Exception {
        if (!context.getStatus().isStarted()) {
            AdviceWith.adviceWith(context, "report", advice -> advice.replaceFromWith("direct:schedule"));
            context.start();
        }
        when(report.missing()).thenReturn(List.of(MONDAY, TUESDAY));
        when(report.begin(MONDAY)).thenReturn(monday);
        when(report.begin(TUESDAY)).thenReturn(tuesday);
        for (DayReport day : List.of(monday, tuesday)) {
            when(report.write(day)).thenReturn(day);
            when(report.publish(day)).thenReturn(day);
            when(report.book(day)).thenReturn(day);
        }
    }

    @Test
    void eachMissingDayIsMadeUnderItsLockAndThenTheEffectIsRefreshed() {
        assertThat(run().isFailed()).isFalse();
        InOrder steps = inOrder(report, effect);
        for (DayReport day : List.of(monday, tuesday)) {
            steps.verify(report).write(day);
            steps.verify(report).publish(day);
            steps.verify(report).book(day);
            steps.verify(report).end(day);
        }
        steps.verify(effect).refresh();
    }

    @Test
    void aDayThatAnotherNodeMakesIsLeftToIt() {
        when(report.begin(MONDAY)).thenReturn(null);
        assertThat(run().isFailed()).isFalse();
        verify(report, never()).write(monday);
        verify(report).book(tuesday);
        verify(effect).refresh();
    }

    @Test
    void afterAFailureTheLockIsGivenBackAndTheNextRunTriesAgain() {
        NotifyBuilder seen =
                new NotifyBuilder(context).fromRoute("report").whenFailed(1).create();
        when(report.publish(monday))
                .thenThrow(new IllegalStateException("the disk is full"))
                .thenReturn(monday);
        assertThat(run().getException()).hasRootCauseMessage("the disk is full");
        verify(report).end(monday);
        verify(report, never()).book(any());
        verify(report, never()).begin(TUESDAY);
        verify(effect, never()).refresh();
        assertThat(seen.matches()).as("the admin sees a failed exchange").isTrue();
        assertThat(run().isFailed()).isFalse();
        verify(report).book(monday);
        verify(report).book(tuesday);
    }

    private Exchange run() {
        return schedule.send("direct:schedule", exchange -> {});
    }
}
