package pl.kurenda.camel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.ledger.Payments.Booked;
import pl.kurenda.ledger.Payments.Listed;

/** The route of a dropped list of payments; what becomes of its rows is told elsewhere. */
class PaymentsRouteTest {
    private static final String LIST = "reference;amount;date\nR/1;10,00;2020-01-02\n;1;2020-01-02\n";

    @TempDir
    Path home;

    @Test
    void aListIsBookedAnsweredAndPutAwayAndWhatIsNoneGoesToFailed() throws IOException {
        try (IntakeNode node = new IntakeNode(home, new InMemoryBatches())) {
            when(node.payments.open(anyString(), anyString(), anyString())).thenReturn(new Listed(1, false, "x"));
            when(node.payments.book(anyLong(), anyString(), any()))
                    .thenThrow(new IllegalStateException("the database is away"))
                    .thenReturn(new Booked(1, 1000, 0, 0));
            Path folder = node.folder("waste", "payments");
            drop(folder, "wplaty.csv", LIST);
            drop(folder, "photo.csv", "no list\n");
            await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
                node.clock.forward(Duration.ofSeconds(10));
                assertThat(folder.resolve("done/wplaty.csv")).hasContent(LIST);
                assertThat(folder.resolve("failed/photo.csv")).exists();
            });
            assertThat(node.names("waste", "out"))
                    .containsExactly("wplaty.csv.payments.receipt.json", "wplaty.csv.payments.rejected.csv");
            assertThat(folder.resolve("failed/photo.csv.error.txt")).exists();
        }
    }

    private static void drop(Path folder, String name, String content) throws IOException {
        Files.move(Files.writeString(folder.resolve(name + ".part"), content), folder.resolve(name));
    }
}
