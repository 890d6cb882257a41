package pl.kurenda.intake.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.row.ExportRows;
import pl.kurenda.intake.row.RowResult;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;
import pl.kurenda.ledger.batch.FileIdentity;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.gate.Finding;

/** Exports with several columns of a kind: the likeliest is read, and where it matters a person is asked. */
class SeveralColumnsTest {
    private static final String HEAD = "telefon;kwota;nazwa;termin;nr konta;nr sprawy\n";
    private static final String NRB = "61109010140000071219812874";

    @TempDir
    Path folder;

    @Test
    void severalAmountsThatDifferHoldTheFile() throws IOException {
        String differ = "Telefon;Kwota;Wpłacono;Saldo\n501234567;200;150;50\n601234567;70;0;70\n";
        ExportRows rows = read(differ);
        assertThat(rows.verdicts())
                .containsExactly("2:OK:48501234567:5000:null:null", "3:OK:48601234567:7000:null:null");
        assertThat(rows.noticed()).containsExactly(Finding.of("AMOUNT_COLUMNS", "Saldo", "Kwota", 1));
        assertThat(read(differ.replace("200;150", "50;0")).noticed()).isEmpty();
        assertThat(read("Telefon;Opłata;Kwota\n501234567;za wodę;50\n").noticed())
                .isEmpty();
        Source told = SourceFixture.columns(Map.of(Field.AMOUNT, "Kwota"));
        assertThat(read(told, differ).noticed()).isEmpty();
        assertThat(read(told, differ).verdicts().get(0)).isEqualTo("2:OK:48501234567:20000:null:null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Telefon;Kwota;Wpłacono / 100,00;100,00 / 80,00;30,00 / 5,00;0,00 zł > Wpłacono:2",
                "Telefon;Kwota;Zapłacono / 60;60 / 80; > Zapłacono:1",
                "Telefon;Należność;Wpłata / 60;-60 / 80;- > Wpłata:1",
                "Phone;Amount;Amount paid / 100;60 / 80;0 > Amount paid:1",
                "Phone;Invoice amount;Payments / 100;60 > Payments:1",
                "Telefon;Kwota;Suma wpłat / 100;60 > Suma wpłat:1",
                "Telefon;Kwota do zapłaty;Czy zapłacono / 1;TAK / 2;NIE / 3;nie > Czy zapłacono:1",
                "Telefon;Kwota;Status / 1;zapłacone / 2;niezapłacone / 3;do zapłaty / 4;nie zapłacono > Status:1",
                "Telefon;Saldo;Status płatności / 1;Opłacone / 2;rozliczone > Status płatności:2",
                "Telefon;Kwota;Data wpłaty / 1;01.11.2026 / 2; > Data wpłaty:1",
                "Telefon;Kwota;Data zapłaty / 1;01.11.2026 > Data zapłaty:1",
                "Telefon;Kwota;Data zapłacenia / 1;01.11.2026 > Data zapłacenia:1",
                "Phone;Amount;Payment date / 1;2026-11-01 > Payment date:1",
                "Phone;Amount;Paid on / 1;2026-11-01 > Paid on:1",
                "Telefon;Saldo;Wpłacono;Data wpłaty / 50;150;01.11.2026 > NONE",
                "Telefon;Kwota;Wpłacono / 50;0 / 60; / 70;brak > NONE",
                "Telefon;Kwota;Sposób zapłaty;Payment due date / 50;przelew;2026-12-01 > NONE",
                "Telefon;Kwota;Status;Termin zapłaty / 50;nowa;01.12.2026 > NONE",
            })
    void aColumnThatSaysPaidHoldsTheFile(String written, String expected) throws IOException {
        String file = written.strip().replace(" / ", "\n501234567;") + "\n";
        String[] found = expected.strip().split(":");
        ExportRows rows = read(file);
        assertThat(rows.noticed())
                .isEqualTo(
                        found.length == 1
                                ? List.of()
                                : List.of(Finding.of("PAID_COLUMN", found[0], Integer.parseInt(found[1]))));
        assertThat(rows.verdicts()).allMatch(verdict -> verdict.contains(":OK:"));
        Source told = SourceFixture.columns(Map.of(Field.AMOUNT, "2"));
        assertThat(read(told, file).noticed()).as("the office has decided").isEmpty();
    }

    @Test
    void amountsInAnotherCurrencyHoldTheFile() throws IOException {
        String file = "telefon;kwota;waluta\n501234567;1;PLN\n501234567;2;zł\n501234567;3;\n501234567;4;EUR\n";
        Finding foreign = Finding.of("FOREIGN_CURRENCY", "waluta", 1);
        assertThat(read(file).noticed()).containsExactly(foreign);
        assertThat(read(SourceFixture.columns(Map.of(Field.AMOUNT, "kwota")), file)
                        .noticed())
                .containsExactly(foreign);
        assertThat(read(file.replace("EUR", "PLN")).noticed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "nr, OP/2026/19, OP/2026/20, true",
        "Nr, 45001, 45002, true",
        "Numer, AB-12, AB-13, true",
        "ID, AB-12, AB-13, true",
        "Numer referencyjny, AB-12, AB-13, true",
        "Nr ref., AB-12, AB-13, true",
        "Nr ewidencyjny, AB-12, AB-13, true",
        "Numer ewidencyjny, AB-12, AB-13, true",
        "Identyfikator, AB-12, AB-13, true",
        "Referencja, AB-12, AB-13, true",
        "Tytuł, OP/26/1, OP/26/2, true",
        "Tytuł przelewu, OP/26/1, OP/26/2, true",
        "Tytuł płatności, OP/26/1, OP/26/2, true",
        "Nr tytułu, OP/26/1, OP/26/2, true",
        "Id sprawy, OP/26/1, OP/26/2, true",
        "Nr, 1, 2, false",
        "Nr, 0001, 0002, false",
        "Lp, 1, 2, false",
        "ID, 70020112345, 70020112346, false",
        "Nr, AB-12, AB-12, false",
        "Tytuł, czynsz 11/2026, czynsz 12/2026, false",
        "Tytuł, odpady, woda, false",
        "Data, 01.11.2026, 02.11.2026, false"
    })
    void aBareNameIsTheReferenceWhereItsCellsAreReferences(String name, String first, String second, boolean is)
            throws IOException {
        ExportRows rows = read("telefon;kwota;%s\n501234567;1;%s\n601234567;2;%s\n".formatted(name, first, second));
        assertThat(valid(rows).stream().map(NewReminder::reference))
                .containsExactly(is ? first : null, is ? second : null);
        assertThat(rows.noticed()).isEmpty();
    }

    @Test
    void aBareNameIsTheReferenceOnlyWhereNoOtherNameFits() throws IOException {
        assertThat(valid(read("ID;Nr;telefon;kwota;Nr sprawy\nAB-1;AC-1;501234567;1;AD-1\n")))
                .singleElement()
                .returns("AD-1", NewReminder::reference);
        assertThat(valid(read("ID;Nr;telefon;kwota\nAB-1;AC-1;501234567;1\n")))
                .singleElement()
                .returns("AC-1", NewReminder::reference);
    }

    @Test
    void whatLooksLikeReferencesAndIsNotReadIsNamed() throws IOException {
        ExportRows rows = read("telefon;kwota;Oznaczenie;Uwagi\n501234567;1;OP/26/1;x\n601234567;2;OP/26/2;x\n");
        assertThat(rows.layout().beside().warnings()).containsExactly(Finding.of("UNUSED_REFERENCE", "Oznaczenie"));
        assertThat(rows.noticed()).isEmpty();
    }

    @Test
    void theAccountIsWhereAccountsStand() throws IOException {
        String rows = "501234567;1,00;201-3;" + NRB + "\n601234567;2,00;201-4;" + NRB + "\n";
        for (String header : List.of("Konto;Nr rachunku bankowego", "Nr rachunku;Konto", "Nr konta;Numer konta")) {
            assertThat(valid(read("Telefon;Kwota;" + header + "\n" + rows)))
                    .as(header)
                    .hasSize(2)
                    .allMatch(reminder -> NRB.equals(reminder.account()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            value = {
                "Telefon;Tel. kom.;Kwota / 221234567;501234567;1 > OK:48501234567",
                "Telefon;Tel. kom.;Kwota / 501234567;brak;1 > OK:48501234567",
                "Telefon 1;Telefon 2;Kwota / 221234567;501234567;1 > OK:48501234567",
                "Telefon 1;Telefon 2;Kwota / 601234567;501234567;1 > OK:48601234567",
                "Telefon 1;Telefon 2;Kwota / ;;1 > PHONE_MISSING",
                "Telefon 1;Telefon 2;Kwota / 22 628 12 34;;1 > PHONE_NOT_MOBILE",
                "Telefon;Telefon właściciela;Kwota / brak;501234567;1 > PHONE_INVALID"
            })
    void anotherPhoneOfTheDebtorStandsIn(String file, String expected) throws IOException {
        assertThat(read(file.strip().replace(" / ", "\n") + "\n").verdicts())
                .singleElement()
                .asString()
                .startsWith("2:" + expected.strip());
    }

    @Test
    void theReceiptSaysWhatIsReadBesideAndWhatIsNot() throws IOException {
        ExportRows rows = read("Telefon 1;Telefon 2;Kwota;Do kiedy;Gdzie;Data urodzenia\n"
                + "501234567;;1,00;15.12.2026;%s;01.02.1970\n601234567;;2,00;16.12.2026;%s;01.02.1971\n"
                        .formatted(NRB, NRB));
        assertThat(Detected.of(rows.layout()).otherPhones()).containsExactly("Telefon 2");
        assertThat(rows.noticed())
                .as("what is not read is no reason to hold the file")
                .isEmpty();
        FileIdentity file = new FileIdentity("waste", "x.csv", "0".repeat(64), 1, Instant.EPOCH);
        List<String> warnings = FileReceipt.ofNothing(file, Instant.EPOCH, ZoneId.of("UTC"), "first")
                .detected(rows.layout(), rows.detected())
                .warnings();
        // the first of them says that this receipt is of no rows
        assertThat(warnings).hasSize(4).contains("first");
        assertThat(warnings.get(2)).contains("Do kiedy").doesNotContain("urodzenia");
        assertThat(warnings.get(3)).contains("Gdzie");
    }

    @Test
    void settingsThatNameThePhoneAreBelieved() throws IOException {
        Source told = SourceFixture.columns(Map.of(Field.PHONE, "Telefon 1"));
        assertThat(read(told, "Telefon 1;Telefon 2;Kwota\nbrak;501234567;1\n").verdicts())
                .containsExactly("2:PHONE_INVALID");
    }

    /** It would make the total of the file twice what it is. */
    @Test
    void theRowThatAddsUpIsNobodysDebt() throws IOException {
        ExportRows rows = read(HEAD + "501234567;12,00;Jan;;;\n;12,00;RAZEM:;;;\n;12,00;Ewa;;;\n");
        assertThat(rows.verdicts().subList(1, 3)).containsExactly("3:PHONE_MISSING", "4:PHONE_MISSING");
        assertThat(((RowResult.Rejected) rows.results().get(1)).rejection().amount())
                .isNull();
        assertThat(((RowResult.Rejected) rows.results().get(2)).rejection().amount())
                .isEqualTo(1200);
    }

    private static List<NewReminder> valid(ExportRows rows) {
        return rows.results().stream()
                .map(result -> ((RowResult.Valid) result).reminder())
                .toList();
    }

    private ExportRows read(String file) throws IOException {
        return read(SourceFixture.withHeader(), file);
    }

    private ExportRows read(Source source, String file) throws IOException {
        return ExportRows.read(source, Files.write(folder.resolve("x.csv"), file.getBytes(StandardCharsets.UTF_8)));
    }
}
