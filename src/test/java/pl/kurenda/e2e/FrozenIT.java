package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/**
 * A node that stands still for longer than the response time-out and its lease, as a paused virtual machine does: answers that lay
 * in the socket meet their time-outs, and the node its own death.
 */
class FrozenIT {
    private static final int ROWS = 40 * DaemonScenario.WINDOW;
    private static final Duration LONGER_THAN_THE_LEASE = Duration.ofSeconds(24);

    @TempDir
    Path home;

    @Test
    void nothingGoesTwiceAndNothingIsBlocked() throws Exception {
        try (DaemonScenario scene =
                new DaemonScenario(home, DatabaseFixture.url(), "--kurenda.smsc.response-timeout=3s")) {
            scene.smsc.answerAfterMillis = 300;
            scene.begin();
            scene.drop(ROWS);
            until("sending", () -> scene.submitted() >= 2 * DaemonScenario.WINDOW);
            scene.daemon.signal("STOP");
            DaemonScenario.pause(LONGER_THAN_THE_LEASE);
            int before = scene.submitted();
            scene.daemon.signal("CONT");
            until("goes on", () -> scene.submitted() > before);
            until("sent", scene.books::lastFileSent);
            scene.end();
            assertThat(scene.books.inState("SUBMITTING")).isZero();
        }
    }
}
