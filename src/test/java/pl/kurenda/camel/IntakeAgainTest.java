package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that come again, and files that must be taken again. */
class IntakeAgainTest {
    private static final String HEADER = "telefon;kwota;nazwa\n";
    private static final String GOOD = "501234567;12,50;Jan\n";

    @TempDir
    Path home;

    private final InMemoryBatches batches = new InMemoryBatches();
    private IntakeNode node;

    @BeforeEach
    void start() {
        node = new IntakeNode(home, batches, "kurenda.sources.tax.marker-file=true");
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void sameContentUnderAnotherNameIsNotLoadedAgain() throws IOException {
        node.drop("waste", "x.csv", text(HEADER + GOOD));
        receipt("waste", "x.csv");
        await().until(() -> node.names("waste", "in").isEmpty());
        node.drop("waste", "y.csv", text(HEADER + GOOD));
        await().until(() -> node.names("waste", "in").isEmpty());
        assertThat(node.names("waste", "done")).containsExactly("x.csv", "y.repeated.csv");
        JsonNode receipt = receipt("waste", "y.repeated.csv");
        assertThat(receipt.get("rows").asInt()).isZero();
        assertThat(receipt.get("file").asText()).isEqualTo("y.csv");
        assertThat(receipt.get("warnings").get(0).asText()).contains("x.csv").contains("2026-11-24T10:15:00+01:00");
        assertThat(batches.bySha).hasSize(1);
    }

    @Test
    void sameContentWithTheSameNameAndTimeIsNotTakenForACrash() throws IOException {
        Instant time = Instant.now().minusSeconds(60);
        Files.setLastModifiedTime(node.drop("waste", "x.csv", text(HEADER + GOOD)), FileTime.from(time));
        await().until(() -> node.names("waste", "done").equals(List.of("x.csv")));
        Files.setLastModifiedTime(node.drop("waste", "x.csv", text(HEADER + GOOD)), FileTime.from(time));
        await().until(() -> node.names("waste", "done").size() == 2);
        assertThat(node.names("waste", "done")).containsExactly("x.csv", "x.repeated.csv");
        assertThat(receipt("waste", "x.csv").get("rows").asInt()).isEqualTo(1);
        assertThat(receipt("waste", "x.repeated.csv").get("rows").asInt()).isZero();
    }

    @Test
    void whatAnotherNodeHasPutAwayMeanwhileIsNoOtherDrop() throws IOException {
        Instant time = Instant.now().minusSeconds(60);
        Files.setLastModifiedTime(node.drop("waste", "x.csv", text(HEADER + GOOD)), FileTime.from(time));
        await().until(() -> node.names("waste", "done").equals(List.of("x.csv")));
        Path file = node.folder("waste", "in").resolve("x.csv");
        batches.beforeAnswer = () -> assertThat(file.toFile().delete()).isTrue();
        Files.setLastModifiedTime(node.drop("waste", "x.csv", text(HEADER + GOOD)), FileTime.from(time));
        await().until(() -> node.names("waste", "in").isEmpty());
        node.drop("waste", "y.csv", text(HEADER + "501234568;1,00;Ewa\n"));
        await().until(() -> node.names("waste", "done").equals(List.of("x.csv", "y.csv")));
        assertThat(batches.others).hasValue(0);
    }

    @Test
    void otherContentUnderTheSameNameOverwritesNothing() throws IOException {
        node.drop("waste", "x.csv", text(HEADER + GOOD));
        await().until(() -> node.names("waste", "done").size() == 1);
        node.drop("waste", "x.csv", text(HEADER + "501234568;1,00;Ewa\n"));
        await().until(() -> node.names("waste", "done").size() == 2);
        assertThat(node.names("waste", "done")).containsExactly("x-2.csv", "x.csv");
        assertThat(node.names("waste", "out")).containsExactly("x-2.csv.receipt.json", "x.csv.receipt.json");
    }

    @Test
    void afterACrashBeforeTheAnswersTheyAreWritten() throws IOException {
        Path file = node.drop("waste", "x.csv", text(HEADER + GOOD + "5012;1,00;Ewa\n"));
        await().until(() -> node.names("waste", "done").size() == 1);
        // As if the daemon had died after the commit of the last row: no replies, and the file still in its place.
        Files.delete(node.folder("waste", "out").resolve("x.csv.receipt.json"));
        Files.delete(node.folder("waste", "out").resolve("x.csv.rejected.csv"));
        Files.move(node.folder("waste", "done").resolve("x.csv"), file);
        await().until(() -> node.names("waste", "done").size() == 1);
        assertThat(node.names("waste", "out")).containsExactly("x.csv.receipt.json", "x.csv.rejected.csv");
        assertThat(receipt("waste", "x.csv").get("rows").asInt()).isEqualTo(2);
    }

    @Test
    void technicalFailureLeavesTheFileForLaterAndLetsOthersPass() throws IOException {
        batches.failures.set(1);
        node.drop("waste", "x.csv", text(HEADER + GOOD));
        await().until(() -> batches.failures.get() == 0);
        node.drop("waste", "y.csv", text(HEADER + "501234568;1,00;Ewa\n"));
        await().until(() -> node.names("waste", "done").equals(List.of("y.csv")));
        assertThat(node.names("waste", "in")).containsExactly("x.csv");
        node.clock.forward(Duration.ofSeconds(10));
        await().until(() -> node.names("waste", "done").equals(List.of("x.csv", "y.csv")));
        assertThat(batches.batch("x.csv").reminders).hasSize(1);
        assertThat(node.names("waste", "failed")).isEmpty();
    }

    @Test
    void fileThatIsTakenAwayAfterATechnicalFailureBlocksNoOther() throws IOException {
        batches.failures.set(1);
        Path file = node.drop("waste", "x.csv", text(HEADER + GOOD));
        await().until(() -> batches.failures.get() == 0);
        Files.delete(file);
        node.drop("waste", "y.csv", text(HEADER + "501234568;1,00;Ewa\n"));
        await().until(() -> node.names("waste", "done").equals(List.of("y.csv")));
        assertThat(batches.bySha).hasSize(1);
    }

    @Test
    void waitsWhileAnotherNodeLoadsAFileOfTheSource() throws IOException {
        batches.busy.set(2);
        node.drop("waste", "x.csv", text(HEADER + GOOD));
        await().until(() -> node.names("waste", "done").equals(List.of("x.csv")));
        assertThat(batches.busy.get()).isZero();
    }

    @Test
    void fileThatGrowsWhileItIsReadIsTakenBackAndReadAgain() throws IOException {
        AtomicReference<Path> file = new AtomicReference<>();
        batches.beforeLoad = () -> {
            Path grown = file.getAndSet(null);
            if (grown != null) {
                append(grown, "501234568;1,00;Ewa\n");
            }
        };
        file.set(node.folder("waste", "in").resolve("x.csv"));
        node.drop("waste", "x.csv", text(HEADER + GOOD));
        JsonNode receipt = receipt("waste", "x.csv");
        assertThat(receipt.get("rows").asInt()).isEqualTo(2);
        assertThat(batches.bySha).hasSize(1);
    }

    private JsonNode receipt(String source, String name) throws IOException {
        Path receipt = node.folder(source, "out").resolve(name + ".receipt.json");
        await().until(() -> Files.exists(receipt));
        return new ObjectMapper().readTree(receipt.toFile());
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
