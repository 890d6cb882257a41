package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.intake.row.IntakeFixture;

/** A crash comes between the last row of a file and its answers. */
class AnsweredAgainTest {
    @TempDir
    Path home;

    @Test
    void theReceiptSaysHowTheFileIsWrittenAllTheSame() {
        String text = "Telefon;Kwota;Termin\n501234567;1 234,50 zł;15.12.2026\n501234568;7,00;2026-12-15\n";
        new IntakeFixture(home).with(drop -> {
            JsonNode receipt = drop.file("waste", "x.csv", text);
            assertThat(receipt.get("detected")
                            .get("amounts")
                            .get("thousands")
                            .get(0)
                            .asText())
                    .isEqualTo("space");
            assertThat(receipt.get("detected").get("dates")).hasSize(2);
            Files.delete(home.resolve("dropbox/waste/done/x.csv"));
            Files.delete(home.resolve("dropbox/waste/out/x.csv.receipt.json"));
            assertThat(drop.file("waste", "x.csv", text)).isEqualTo(receipt);
        });
    }
}
