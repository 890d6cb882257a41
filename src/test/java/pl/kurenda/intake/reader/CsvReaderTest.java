package pl.kurenda.intake.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.intake.format.FileScan;
import pl.kurenda.intake.payment.PaymentFormat;
import pl.kurenda.intake.payment.PaymentRows;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.payment.Payments.Payment;

/** Lists that are read with the same reader as exports. */
class CsvReaderTest {
    @TempDir
    Path folder;

    @Test
    void theFirstReadableRowOfAListSetsTheWidthOfRowsOverSeveralLines() throws IOException {
        assertThat(list("nr;name\n1;\"a\nb\"\n\"2\n;x;y\"\n\n;;\n3;\"c\"d\n4;e"))
                .containsExactly(
                        "1 [nr, name]",
                        "2 [1, a\nb]",
                        "4 unreadable: \"2",
                        "5 [, x, y\"]",
                        "8 unreadable: 3;\"c\"d",
                        "9 [4, e]");
    }

    @Test
    void aCellOfAListHasTenLineEndsAtMost() throws IOException {
        assertThat(list("nr;name\n1;\"" + "\n".repeat(10) + "\"\n2;x")).hasSize(3);
        List<String> tooMany = list("nr;name\n1;\"" + "\r\n".repeat(11) + "\"\n2;x");
        assertThat(tooMany).contains("2 unreadable: 1;\"", "14 [2, x]");
    }

    @Test
    void aTitleOverSeveralLinesDoesNotShiftTheRowsOfAListOfPayments() throws IOException {
        Path file = Files.writeString(
                folder.resolve("x.csv"),
                "\"Payments\nof October\"\nreference;amount paid;payment date\nR/1;100,00;2026-10-15\n",
                StandardCharsets.UTF_8);
        Source.Reading reading = new Source.Reading(null, null, true, Map.of());
        PaymentFormat format =
                PaymentFormat.of(file, FileScan.over(file), reading).orElseThrow();
        List<Payment> payments = new ArrayList<>();
        List<PaymentRows.Rejected> rejected = new ArrayList<>();
        new PaymentRows(format, LocalDate.of(2026, 11, 1)).read(file, payments::add, rejected::add);
        assertThat(payments).extracting(Payment::reference).containsExactly("R/1");
        assertThat(rejected).isEmpty();
    }

    private List<String> list(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("list.csv"), text, StandardCharsets.UTF_8);
        List<String> found = new ArrayList<>();
        CsvReader.read(
                file,
                CsvOptions.list(StandardCharsets.UTF_8, 0, ';'),
                records -> records.forEachRemaining(record -> found.add(record.line() + " "
                        + (record.isReadable()
                                ? record.cells()
                                : "unreadable: " + record.text(StandardCharsets.UTF_8)))));
        return found;
    }
}
