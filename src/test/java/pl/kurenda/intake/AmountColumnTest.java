package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.source.SourceFixture;

/** Which of several columns is the amount, where the names alone would mislead. */
class AmountColumnTest {
    @TempDir
    Path folder;

    /** What a debt is for is no sum, however its column is called. */
    @Test
    void theAmountIsWhereSumsStand() throws IOException {
        for (String name : List.of("Należność", "Zobowiązanie", "Opłata")) {
            ExportRows rows = read("Telefon;" + name + ";Kwota\n501234567;odpady;50\n601234567;;70\n601234568;x;0\n");
            assertThat(rows.verdicts())
                    .as(name)
                    .containsExactly(
                            "2:OK:48501234567:5000:null:null",
                            "3:OK:48601234567:7000:null:null",
                            "4:AMOUNT_NOT_POSITIVE");
            assertThat(rows.noticed()).isEmpty();
        }
        for (String left : List.of("Do zapłaty", "Saldo", "Należność do zapłaty")) {
            for (String nothing : List.of("", "---", "zapłacono", "rozliczona")) {
                assertThat(read("Telefon;" + left + ";Kwota\n501234567;" + nothing + ";50\n")
                                .verdicts())
                        .as("nothing to pay is not what was charged")
                        .singleElement()
                        .asString()
                        .startsWith("2:AMOUNT_");
            }
        }
        assertThat(read("Telefon;Saldo;Kwota\n501234567;x;50\n601234567;20;50\n")
                        .verdicts())
                .containsExactly("2:AMOUNT_INVALID", "3:OK:48601234567:2000:null:null");
    }

    private ExportRows read(String file) throws IOException {
        return ExportRows.read(
                SourceFixture.withHeader(),
                Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8)));
    }
}
