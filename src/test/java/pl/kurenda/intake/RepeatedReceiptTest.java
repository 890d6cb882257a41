package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.intake.source.SourceFolders;
import pl.kurenda.ledger.batch.BatchTotals;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.Opening;

/** What the receipt of a file says whose octets came before. */
class RepeatedReceiptTest {
    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final FileIdentity FILE = new FileIdentity("waste", "a.csv", "0".repeat(64), 9, NOW);

    @TempDir
    private Path folder;

    @Test
    void saysWhatAnOlderFullExportDidAllTheSame() throws IOException {
        assertThat(receipt(Opening.Again.NOTHING))
                .contains("Nothing was sent again. To have it loaded anew")
                .doesNotContain("newer", "Newer");
        assertThat(receipt(new Opening.Again(true, 3, 0)))
                .contains("Newer full exports came between", "3 waiting reminders", "3 czekających przypomnień");
        assertThat(receipt(new Opening.Again(true, 0, 18)))
                .contains("18 waiting reminders", "WILL BE SENT", "18 czekających przypomnień", "ZOSTANĄ WYSŁANE");
    }

    private String receipt(Opening.Again again) throws IOException {
        Source usual = SourceFixture.withHeader();
        Source source = new Source(
                "waste", new SourceFolders(folder, folder, folder, folder), false, usual.reading(), usual.wording());
        BatchTotals first = new BatchTotals(1, FILE, "a.csv", NOW, 1, 0, 0, 0, 1, 1, 1, 1, BigDecimal.ONE, Map.of());
        Opening.Repeated opening = new Opening.Repeated(first, "b.csv", again);
        new ReplyFiles(null, null, Clock.fixed(NOW, ZoneOffset.UTC))
                .repeated(new OpenFile.Repeated(source, folder.resolve("b.csv"), FILE, opening), "b.csv");
        return Files.readString(folder.resolve("b.csv.receipt.json"));
    }
}
