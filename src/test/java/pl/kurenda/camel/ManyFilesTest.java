package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mockito.Mockito;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.batch.Batches;

/** A hundred files at once, over three sources, through the shipped routes into the database. */
class ManyFilesTest {
    private static final List<String> SOURCES = List.of("waste", "tax", "water");
    private static final int FILES = 100;
    private static final int ROWS = 40;
    private static final int FAILURES = 3;

    @TempDir
    Path home;

    private final LedgerFixture ledger = new LedgerFixture();
    private final AtomicInteger failures = new AtomicInteger(FAILURES);

    @Test
    void eachRowComesInOnceEachFileIsAnsweredAndNoneBlocksTheOthers() throws IOException {
        try (IntakeNode node = new IntakeNode(home, failingAtFirst(ledger.batches()))) {
            for (int file = 0; file < FILES; file++) {
                String source = SOURCES.get(file % SOURCES.size());
                node.drop(source, file + ".csv", export(source, file).getBytes(StandardCharsets.UTF_8));
            }
            for (String source : SOURCES) {
                node.drop(source, "nonsense.csv", new byte[] {0, 1, 2, 3});
            }
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> SOURCES.stream()
                            .allMatch(source -> node.names(source, "in").isEmpty()));
            assertThat(failures)
                    .as("the database failed, and the files came again")
                    .hasNegativeValue();
            for (int file = 0; file < FILES; file++) {
                assertAnswered(node, SOURCES.get(file % SOURCES.size()), file + ".csv");
            }
            for (String source : SOURCES) {
                assertThat(node.names(source, "failed")).containsExactly("nonsense.csv", "nonsense.csv.error.txt");
            }
        }
        assertThat(ledger.count("batch where state = 'LOADED'")).isEqualTo(FILES);
        assertThat(ledger.count("batch")).as("nothing is left of the failures").isEqualTo(FILES);
        assertThat(ledger.count("reminder where state = 'QUEUED'")).isEqualTo(FILES * ROWS);
        assertThat(ledger.count("(select distinct msisdn from reminder) r"))
                .as("each row once")
                .isEqualTo(FILES * ROWS);
        assertThat(ledger.count("rejected_row")).isEqualTo(FILES);
    }

    private static void assertAnswered(IntakeNode node, String source, String name) throws IOException {
        assertThat(node.folder(source, "done").resolve(name)).exists();
        assertThat(node.folder(source, "out").resolve(name + ".rejected.csv")).exists();
        Path receipt = node.folder(source, "out").resolve(name + ".receipt.json");
        JsonNode json = new ObjectMapper().readTree(Files.readAllBytes(receipt));
        assertThat(json.get("rows").asInt()).isEqualTo(ROWS + 1);
        assertThat(json.get("queued").asInt()).isEqualTo(ROWS);
        assertThat(json.get("rejected").asInt()).isEqualTo(1);
    }

    /** The source water has no header line: phone, amount, due date, name, account. */
    private static String export(String source, int file) {
        boolean headless = source.equals("water");
        StringBuilder text = new StringBuilder(headless ? "" : "telefon;kwota;termin;nazwa\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(501_000_000 + file * ROWS + row)
                    .append(';')
                    .append(10 + row)
                    .append(",50;15.12.2026;Jan")
                    .append(headless ? ";\n" : "\n");
        }
        return text.append("123;1,00;15.12.2026;Ewa")
                .append(headless ? ";\n" : "\n")
                .toString();
    }

    private Batches failingAtFirst(Batches real) {
        return Mockito.mock(Batches.class, Mockito.withSettings().stubOnly().defaultAnswer(call -> {
            if (call.getMethod().getName().equals("load") && failures.getAndDecrement() > 0) {
                throw new IllegalStateException("the database is gone");
            }
            try {
                return call.getMethod().invoke(real, call.getArguments());
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
