package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.intake.row.IntakeFixture;

/** Each rule of the gate with files just below and just above it, from the dropped file to its receipt. */
class GateFilesTest {
    private static final String HEAD = "Telefon;Kwota;Nr sprawy;Konto\n";
    private static final String OFF = "kurenda.sources.waste.gate.enabled=false";
    /** Has 1219 and 7121 in it. */
    private static final String NRB = "61109010140000071219812874";

    @TempDir
    Path home;

    private IntakeFixture intake;

    /** Phones, references and names of files are never the same twice. */
    private int next;

    @Test
    void rejectedRows() {
        drop(drop -> {
            passes(drop, rows(49, i -> i < 48 ? "brak" : null, i -> "1" + i));
            passes(drop, rows(50, i -> i < 10 ? "brak" : null, i -> "1" + i));
            held(drop, rows(50, i -> i < 11 ? "brak" : null, i -> "1" + i), "REJECTED");
            passes(drop, rows(60, i -> i < 12 ? "brak" : null, i -> "1" + i));
            held(drop, rows(60, i -> i < 15 ? "brak" : null, i -> "1" + i), "REJECTED");
        });
        drop(
                drop -> {
                    passes(drop, rows(50, i -> i < 25 ? "brak" : null, i -> "1" + i));
                    held(drop, rows(50, i -> i < 26 ? "brak" : null, i -> "1" + i), "REJECTED");
                },
                "kurenda.sources.waste.gate.max-rejected=50");
    }

    @Test
    void manyDebtsOnOnePhone() {
        drop(drop -> {
            passes(drop, rows(49, i -> "609000001", i -> "1" + i));
            passes(drop, rows(60, i -> i < 20 ? "609000002" : null, i -> "1" + i));
            held(drop, rows(60, i -> i < 21 ? "609000003" : null, i -> "1" + i), "ONE_PHONE");
        });
    }

    @Test
    void amountsThatArePiecesOfTheAccountOrThePhone() {
        drop(drop -> {
            passes(drop, rows(49, i -> null, i -> i % 2 == 0 ? "1219,00" : "7121,00"));
            passes(drop, rows(60, i -> null, i -> i < 6 ? "1219,00" : "2" + i + ",01"));
            held(drop, rows(60, i -> null, i -> i < 7 ? "1219,00" : "2" + i + ",01"), "SHIFTED");
            held(
                    drop,
                    rows(60, i -> "609" + (123456 + i), i -> i < 7 ? String.valueOf(123456 + i) : "2" + i),
                    "SHIFTED");
        });
    }

    @Test
    void allAmountsEqual() {
        drop(drop -> {
            passes(drop, rows(49, i -> null, i -> "33,00"));
            held(drop, rows(50, i -> null, i -> "33,00"), "EQUAL_AMOUNTS");
            held(drop, rows(55, i -> i < 6 ? "brak" : null, i -> "33,00"), "EQUAL_AMOUNTS");
            passes(drop, rows(50, i -> null, i -> i == 0 ? "33,01" : "33,00"));
        });
    }

    @Test
    void rowsAndAmountsFarOffTheLastThreeExports() {
        drop(drop -> {
            passes(drop, rows(110, i -> null, i -> i % 2 == 0 ? "10" : "30"));
            passes(drop, rows(110, i -> null, i -> i % 2 == 0 ? "10" : "30"));
            passes(drop, rows(50, i -> null, i -> i % 2 == 0 ? "1" : "2"));
            passes(drop, rows(110, i -> null, i -> i % 2 == 0 ? "10" : "30"));
            // Median 110 rows and 2200 PLN, without spread: usual is from half of it to twice as much.
            held(drop, rows(221, i -> null, i -> i % 2 == 0 ? "9" : "10"), "ROWS_UNUSUAL");
            held(drop, rows(54, i -> null, i -> i % 2 == 0 ? "20" : "30"), "ROWS_UNUSUAL");
            held(drop, rows(110, i -> null, i -> i % 2 == 0 ? "10" : "70,02"), "TOTAL_UNUSUAL");
            held(drop, rows(110, i -> null, i -> i % 2 == 0 ? "9,98" : "10"), "TOTAL_UNUSUAL");
            passes(drop, rows(49, i -> null, i -> i % 2 == 0 ? "1" : "2"));
            passes(drop, rows(220, i -> null, i -> i % 2 == 0 ? "10" : "30"));
            passes(drop, rows(55, i -> null, i -> i % 2 == 0 ? "20" : "30"));
        });
    }

    @Test
    void limitsAreThoseOfTheSmallestFile() {
        drop(
                drop -> {
                    passes(drop, rows(3, i -> null, i -> "20,00"));
                    held(drop, rows(4, i -> null, i -> "1,00"), "MAX_ROWS");
                    held(drop, rows(3, i -> null, i -> i == 0 ? "20,01" : "20,00"), "MAX_TOTAL");
                    passes(drop, rows(1, i -> null, i -> "30,00"));
                    held(drop, rows(1, i -> null, i -> "30,01"), "MAX_AMOUNT");
                },
                "kurenda.sources.waste.gate.max-rows=3",
                "kurenda.sources.waste.gate.max-total=60.00",
                "kurenda.sources.waste.gate.max-amount=30");
    }

    @Test
    void whatGoesOverABudgetAndWhatFollowsACanaryWaits() {
        drop(
                drop -> {
                    assertThat(waits(drop, rows(5, i -> null, i -> "1" + i))).isEqualTo("0 of 5 held");
                    assertThat(waits(drop, rows(6, i -> null, i -> "1" + i))).isEqualTo("1 of 6 held BUDGET_BATCH");
                    assertThat(waits(drop, rows(3, i -> null, i -> "1" + i))).isEqualTo("1 of 3 held BUDGET_DAY");
                },
                "kurenda.sources.waste.budget.batch=0.35",
                "kurenda.sources.waste.budget.day=0.84");
        drop(
                drop -> {
                    assertThat(waits(drop, rows(10, i -> null, i -> "1" + i))).isEqualTo("0 of 10 held");
                    assertThat(waits(drop, rows(11, i -> null, i -> "1" + i))).isEqualTo("1 of 11 held CANARY");
                },
                "kurenda.sources.waste.canary.size=10");
    }

    /** Figures are nobody's business then; wrong texts are. */
    @Test
    void withTheGateOffWhatWouldWordAWrongTextIsHeldAllTheSame() {
        drop(
                drop -> {
                    passes(drop, rows(60, i -> i < 59 ? "brak" : null, i -> "33,00"));
                    held(drop, other("Telefon;Saldo;Kwota", "%s;200,00;150,00"), "AMOUNT_COLUMNS");
                    held(drop, other("Telefon;Kwota;Wpłacono", "%s;200,00;150,00"), "PAID_COLUMN");
                    held(drop, other("Telefon;Kwota;Waluta", "%s;200,00;EUR"), "FOREIGN_CURRENCY");
                    held(
                            drop,
                            other("Dzwonić;Kwota;Ważne do", "%s;12,50;15.12.2026\n601234567;7,00;16.12.2026"),
                            "COLUMNS_UNNAMED");
                    held(drop, other("Telefon;Kwota;Termin", "%s;1,00;10/25/2026\n%<s;1,00;05/06/2026"), "MONTH_FIRST");
                    passes(drop, other("Telefon;Kwota;Nr sprawy", shared(12)));
                },
                OFF);
    }

    @Test
    void lettersThatGainsayTheCharsetOfTheSettings() {
        drop(
                drop -> {
                    byte[] text =
                            "\ufeffTelefon;Kwota;Nazwisko\n501234567;1,00;Żółć\n".getBytes(StandardCharsets.UTF_8);
                    held(drop.file("waste", "a.csv", text), "CHARSET_GARBLED");
                    byte[] plain =
                            "Telefon;Kwota;Nazwisko\n501234568;1,00;Żółć\n".getBytes(Charset.forName("windows-1250"));
                    assertThat(drop.file("waste", "b.csv", plain).get("held").asInt())
                            .isZero();
                    byte[] marked =
                            "\ufeffTelefon;Kwota;Nazwisko\n501234569;1,00;Nowak\n".getBytes(StandardCharsets.UTF_8);
                    JsonNode warned = drop.file("waste", "c.csv", marked);
                    assertThat(warned.get("held").asInt()).isZero();
                    assertThat(warned.get("warnings").toString()).contains("znacznika UTF-8", "the mark of UTF-8");
                },
                OFF,
                "kurenda.sources.waste.charset=windows-1250");
    }

    /** All but the first pass for repetitions: too few reminders, and no wrong one. */
    private String shared(int rows) {
        return IntStream.range(0, rows)
                .mapToObj(i -> (602000000 + next++) + ";10,00;BLOK 7")
                .collect(Collectors.joining("\n"));
    }

    private String other(String head, String row) {
        return head + "\n" + row.formatted(601000000 + next++) + "\n";
    }

    /** Rows whose phone and amount are told by their number; a phone of null is one of its own. */
    private String rows(int count, IntFunction<String> phone, IntFunction<String> amount) {
        return HEAD
                + IntStream.range(0, count)
                        .mapToObj(i -> (phone.apply(i) == null ? String.valueOf(501000000 + next) : phone.apply(i))
                                + ";" + amount.apply(i) + ";R/" + next++ + ";" + NRB + "\n")
                        .collect(Collectors.joining());
    }

    private void passes(IntakeFixture.Drop drop, String file) throws IOException {
        JsonNode receipt = drop.file("waste", next++ + ".csv", file);
        assertThat(receipt.get("held").asInt()).as(receipt.toString()).isZero();
        assertThat(receipt.get("queued").asInt()).isPositive();
    }

    private void held(IntakeFixture.Drop drop, String file, String finding) throws IOException {
        held(drop.file("waste", next++ + ".csv", file), finding);
    }

    private void held(JsonNode receipt, String finding) {
        assertThat(receipt.get("queued").asInt()).as(receipt.toString()).isZero();
        assertThat(receipt.get("held").asInt()).isPositive();
        assertThat(findings(receipt)).isEqualTo(finding);
    }

    private String waits(IntakeFixture.Drop drop, String file) throws IOException {
        JsonNode receipt = drop.file("waste", next++ + ".csv", file);
        int sum = receipt.get("held").asInt() + receipt.get("queued").asInt();
        return (receipt.get("held").asInt() + " of " + sum + " held " + findings(receipt)).strip();
    }

    /** What the ledger noticed about the file. */
    private String findings(JsonNode receipt) {
        return String.join(
                " ",
                intake.ledger()
                        .sql(
                                "select f.code from batch_finding f join batch b on b.id = f.batch_id where b.file_name = '"
                                        + receipt.get("file").asText() + "' order by f.code"));
    }

    private void drop(IntakeFixture.Use use, String... settings) {
        intake = new IntakeFixture(home);
        intake.with(use, settings);
    }
}
