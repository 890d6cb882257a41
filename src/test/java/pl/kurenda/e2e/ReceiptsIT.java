package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static pl.kurenda.e2e.DaemonScenario.until;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** Receipts as bad as they come: out of order, for each segment, twice, intermediate, unreadable, with ids that begin anew. */
class ReceiptsIT {
    private static final int ROWS = 30;

    @TempDir
    Path home;

    @Test
    void eachReminderEndsOnceAndRightly() throws Exception {
        try (DaemonScenario scene = new DaemonScenario(home, DatabaseFixture.url())) {
            scene.smsc.receipts.noisy = true;
            scene.begin();
            scene.drop(scene.export.withLongTexts(ROWS));
            scene.settled(0);
            assertDelivered(scene);
            scene.smsc.beginIdsAnew();
            scene.drop(2 * ROWS);
            scene.settled(0);
            assertDelivered(scene);
            scene.end();
            assertThat(scene.books.number("select count(*) from outcome")).isEqualTo(3 * ROWS);
            assertThat(scene.books.number("select count(*) from segment where final_at is null"))
                    .isZero();
            assertThat(scene.books.number("select count(*) from receipt_inbox where state = 'IGNORED'"))
                    .as("intermediate and unreadable ones")
                    .isGreaterThanOrEqualTo(2 * 4 * ROWS);
        }
    }

    /** What is known of each segment outlives the line; receipts tell of those whose answer it took along. */
    @Test
    void aLineThatGoesBetweenTheSegmentsOfTexts() throws Exception {
        try (DaemonScenario scene = new DaemonScenario(home, DatabaseFixture.url())) {
            scene.smsc.receipts.withReference = true;
            scene.smsc.receipts.held = true;
            scene.begin();
            scene.smsc.fallSilentOnSecondSegments();
            scene.drop(scene.export.withLongTexts(6 * DaemonScenario.WINDOW));
            scene.windowFull();
            scene.smsc.stop();
            until("noticed", () -> scene.proxy.connections() == 0);
            scene.smsc.speak();
            scene.smsc.startAgain();
            until("goes on", scene.books::lastFileSent);
            assertThat(scene.books.inState("UNKNOWN")).isEqualTo(DaemonScenario.WINDOW);
            assertThat(scene.books.number("""
                            select count(*) from segment s join reminder r on r.id = s.reminder_id
                            where r.state = 'UNKNOWN' and s.number = 1 and s.message_key <> ''"""))
                    .as("first segments whose id is known")
                    .isEqualTo(DaemonScenario.WINDOW);
            scene.smsc.receipts.held = false;
            scene.settled(0);
            assertDelivered(scene);
            scene.end();
        }
    }

    private static void assertDelivered(DaemonScenario scene) {
        assertThat(scene.books.statesOfLastFile()).containsOnlyKeys("DELIVERED");
    }
}
