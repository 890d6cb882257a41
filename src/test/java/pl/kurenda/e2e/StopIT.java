package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** SIGTERM under load: what is in flight is answered, or UNKNOWN; nothing else is in doubt, nothing is lost. */
class StopIT {
    private static final int ROWS = 1000;

    @TempDir
    Path home;

    @Test
    void theWindowDrainsOrBecomesUnknown() throws Exception {
        try (DaemonScenario scene = new DaemonScenario(home, DatabaseFixture.url(), "--kurenda.delivery.drain=4s")) {
            anSmscThatIsSlowAnswersInTime(scene);
            anSmscThatIsSilentLeavesItsWindowUnknown(scene);
            scene.smsc.speak();
            scene.smsc.answerAfterMillis = 0;
            scene.restart();
            scene.settled(DaemonScenario.WINDOW);
            Audit.of(scene.books, scene.smsc, ROWS).check(ROWS, DaemonScenario.WINDOW);
        }
    }

    private static void anSmscThatIsSlowAnswersInTime(DaemonScenario scene) throws Exception {
        scene.smsc.answerAfterMillis = 1000;
        scene.begin();
        scene.drop(ROWS);
        until("the window is full", () -> scene.submitted() >= 2 * DaemonScenario.WINDOW);
        assertThat(scene.daemon.terminate(Duration.ofSeconds(30))).isEqualTo(143);
        Map<String, Long> states = scene.books.states();
        assertThat(states).as("all that left was answered").doesNotContainKeys("UNKNOWN", "SUBMITTING", "CLAIMED");
        assertThat(states.get("QUEUED")).isEqualTo(ROWS - scene.submitted());
    }

    private static void anSmscThatIsSilentLeavesItsWindowUnknown(DaemonScenario scene) throws Exception {
        scene.smsc.answerAfterMillis = 0;
        scene.smsc.fallSilent();
        scene.begin();
        until("the window is full", () -> scene.smsc.unanswered() == DaemonScenario.WINDOW);
        assertThat(scene.daemon.terminate(Duration.ofSeconds(30))).isEqualTo(143);
        Map<String, Long> states = scene.books.states();
        assertThat(states).doesNotContainKeys("SUBMITTING", "CLAIMED");
        assertThat(states.get("UNKNOWN")).as("what was in flight").isEqualTo(DaemonScenario.WINDOW);
        assertThat(scene.daemon.log())
                .contains("not answered within 4 s of the stop")
                .doesNotContain("\tat ");
    }
}
