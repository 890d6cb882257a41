package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.TestDatabase;

/** Receipts as bad as they come: out of order, for each segment, twice, intermediate, unreadable, with ids that begin anew. */
class ReceiptsIT {
    private static final int ROWS = 30;

    @TempDir
    Path home;

    @Test
    void eachReminderEndsOnceAndRightly() throws Exception {
        try (Scene scene = new Scene(home, TestDatabase.url())) {
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

    private static void assertDelivered(Scene scene) {
        assertThat(scene.books.statesOfLastFile()).containsOnlyKeys("DELIVERED");
    }
}
