package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.camel.GeneratedExport.Expected;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;

/** Sends exports of many seeds and layouts through the real intake. Each row gets its expected verdict. */
class GeneratedExportsTest {
    private static final int EXPORTS = 60;
    private static final int ROWS = 150;

    @TempDir
    Path home;

    private final InMemoryBatches batches = new InMemoryBatches();

    @Test
    void everyRowOfEveryLayoutGetsItsVerdict() throws IOException {
        try (IntakeNode node = new IntakeNode(home, batches)) {
            for (int seed = 0; seed < EXPORTS; seed++) {
                node.drop(source(seed), seed + ".csv", export(seed).octets());
            }
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> node.names("waste", "in").isEmpty()
                            && node.names("water", "in").isEmpty());
            assertThat(node.names("waste", "failed")).isEmpty();
            assertThat(node.names("water", "failed")).isEmpty();
        }
        for (int seed = 0; seed < EXPORTS; seed++) {
            check(seed, export(seed), batches.batch(seed + ".csv"));
        }
    }

    private static String source(int seed) {
        return headless(seed) ? "water" : "waste";
    }

    private static boolean headless(int seed) {
        return seed % 4 == 3;
    }

    private static GeneratedExport export(int seed) {
        return GeneratedExport.of(seed, headless(seed), ROWS);
    }

    private static void check(int seed, GeneratedExport export, InMemoryBatches.Batch batch) {
        String what = "seed " + seed + ", " + export.layout();
        assertThat(batch.charset).as(what).isEqualTo(export.charset().name());
        assertThat(batch.delimiter).as(what).isEqualTo(export.delimiter());
        assertThat(batch.reminders.size() + batch.rejections.size())
                .as(what)
                .isEqualTo(export.rows().size());
        for (Expected row : export.rows()) {
            check(what + ", line " + row.line(), row, batch);
        }
    }

    private static void check(String what, Expected row, InMemoryBatches.Batch batch) {
        NewReminder reminder = batch.reminders.get(row.line());
        RejectedRow rejection = batch.rejections.get(row.line());
        assertThat(rejection == null ? "OK" : rejection.reason()).as(what).isEqualTo(row.verdict());
        if (rejection == null) {
            assertThat(reminder.phone().e164()).as(what).isEqualTo(row.phone());
            assertThat(reminder.amount().plain()).as(what).isEqualTo(row.amount());
            assertThat(reminder.due()).as(what).isEqualTo(row.due());
            assertThat(reminder.account()).as(what).isEqualTo(row.account());
        }
    }
}
