package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mockingDetails;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.builder.NotifyBuilder;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.apache.camel.test.spring.junit5.UseAdviceWith;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.bean.override.mockito.MockReset;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import pl.kurenda.delivery.UpkeepJob;
import pl.kurenda.intake.LateAppendDetector;
import pl.kurenda.intake.WaitingFiles;
import pl.kurenda.intake.folder.IgnoredEntries;
import pl.kurenda.intake.submission.SubmissionDesk;

/** Every five seconds each upkeep job runs in a route of its own. A job that fails does not stop the others. */
@CamelSpringBootTest
@UseAdviceWith
@SpringBootTest(
        classes = RouteParts.class,
        webEnvironment = WebEnvironment.NONE,
        properties = "camel.main.routes-include-pattern=file:routes/errors.camel.yaml,file:routes/upkeep-*.camel.yaml")
class UpkeepRoutesTest {
    /** The route whose job fails now. */
    private static volatile String failing;

    @Autowired
    private CamelContext context;

    @MockitoBean(name = "upkeepJob", reset = MockReset.NONE)
    private UpkeepJob housekeeping;

    @MockitoBean(name = "lateAppends", reset = MockReset.NONE)
    private LateAppendDetector lateWriters;

    @MockitoBean(name = "ignoredEntries", reset = MockReset.NONE)
    private IgnoredEntries oddEntries;

    @MockitoBean(name = "waitingFiles", reset = MockReset.NONE)
    private WaitingFiles waitingFiles;

    @MockitoBean(name = "submissionDesk", reset = MockReset.NONE)
    private SubmissionDesk submissionDesk;

    /** Runs the jobs ten times a second instead of once in five seconds. */
    @BeforeEach
    void start() throws Exception {
        if (!context.getStatus().isStarted()) {
            for (Job job : jobs()) {
                job.failsWhenAsked();
                String timer = "timer:upkeep?period=100&delay=" + jobs().indexOf(job);
                AdviceWith.adviceWith(context, job.route, advice -> advice.replaceFromWith(timer));
            }
            context.start();
        }
    }

    @Test
    void theseAreAllJobs() {
        assertThat(context.getRoutes())
                .extracting(Route::getRouteId)
                .containsExactlyInAnyOrderElementsOf(
                        jobs().stream().map(Job::route).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upkeep-leases",
                "upkeep-expiry",
                "upkeep-overdue-receipts",
                "upkeep-counters",
                "upkeep-resend",
                "upkeep-late-appends",
                "upkeep-stray-files",
                "upkeep-canaries",
                "upkeep-full-exports",
                "upkeep-submissions"
            })
    void aJobThatFailsKeepsNoOtherFromRunning(String route) {
        Job broken = jobs().stream()
                .filter(job -> job.route.equals(route))
                .findFirst()
                .orElseThrow();
        NotifyBuilder failed =
                new NotifyBuilder(context).fromRoute(route).whenFailed(2).create();
        failing = route;
        try {
            clearInvocations(housekeeping, lateWriters, oddEntries, waitingFiles, submissionDesk);
            await().until(() -> broken.calls() >= 2);
            await().until(failed::matches);
            assertThat(jobs())
                    .as("at most one tick behind")
                    .allSatisfy(job -> assertThat(job.calls()).as(job.route).isPositive());
        } finally {
            failing = null;
        }
    }

    private List<Job> jobs() {
        return List.of(
                new Job("upkeep-leases", housekeeping, "releaseDead"),
                new Job("upkeep-expiry", housekeeping, "expire"),
                new Job("upkeep-overdue-receipts", housekeeping, "closeOverdue"),
                new Job("upkeep-counters", housekeeping, "count"),
                new Job("upkeep-resend", housekeeping, "resend"),
                new Job("upkeep-late-appends", lateWriters, "check"),
                new Job("upkeep-stray-files", oddEntries, "look"),
                new Job("upkeep-canaries", waitingFiles, "release"),
                new Job("upkeep-full-exports", waitingFiles, "compare"),
                new Job("upkeep-submissions", submissionDesk, "sweep"));
    }

    /** A route and what it calls. */
    private record Job(String route, Object bean, String method) {
        void failsWhenAsked() throws ReflectiveOperationException {
            Object stubbed = doAnswer(call -> {
                        if (route.equals(failing)) {
                            throw new IllegalStateException("the database is away");
                        }
                        return null;
                    })
                    .when(bean);
            bean.getClass().getMethod(method).invoke(stubbed);
        }

        long calls() {
            return mockingDetails(bean).getInvocations().stream()
                    .filter(call -> call.getMethod().getName().equals(method))
                    .count();
        }
    }
}
