package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.core.ReminderState;

/** The file pages, and decisions about files. */
class FilesPagesTest extends ClerkPages {
    private static final Path OUT = Path.of("target/clerk-home/dropbox/waste/out");

    private SampleLedger ledger;

    @BeforeAll
    void fill() throws Exception {
        ledger = new SampleLedger(jdbc, 1000);
        ledger.batch(11, "waste", "odpady.csv", "LOADED", TODAY);
        ledger.loaded(11, 130, 121, 0, 8);
        ledger.reminders(11, ReminderState.DELIVERED, 5, 100, TODAY);
        ledger.reminders(11, ReminderState.QUEUED, 3, 100, TODAY);
        ledger.rejected(11, 121, 700);
        ledger.run("update rejected_row set column_name = 'Telefon', value = '501 23 SECRET' where batch_id = 11");
        ledger.run("insert into batch_reason values (11, 'PHONE_INVALID', 121), (11, 'DUPLICATE_DEBT', 1)");
        ledger.batch(12, "waste", BAD + ".csv", "HELD", TODAY.plusMinutes(1));
        ledger.run("insert into batch_finding values (12, 1, 'ONE_PHONE', '30\t20')");
        ledger.held(12, "GATE", 4, 100, TODAY);
        ledger.loaded(12, 4, 0, 4, 0);
        ledger.batch(13, "waste", "drugi.csv", "HELD", TODAY.plusMinutes(1));
        ledger.held(13, "GATE", 2, 100, TODAY);
        ledger.batch(15, "waste", "trzeci.csv", "HELD", TODAY);
        ledger.batch(14, "tax", "podatek.csv", "LOADING", TODAY.plusMinutes(2));
        Files.createDirectories(OUT);
        Files.writeString(OUT.resolve("odpady.csv.receipt.json"), "{}");
        Files.deleteIfExists(OUT.resolve("odpady.csv.rejected.csv"));
        Files.deleteIfExists(OUT.resolve("drugi.csv.receipt.json"));
        Files.createSymbolicLink(OUT.resolve("drugi.csv.receipt.json"), Path.of("/etc/hostname"));
        TallyCheck.recount(jdbc);
    }

    @ParameterizedTest
    @CsvSource({"pl, Od najnowszego, wczytywany", "en, The newest first, loading"})
    void theListHasTheNewestFirst(String language, String caption, String loading) throws Exception {
        String page = page("/files", language);
        assertThat(page).contains(caption, loading, INERT).containsSubsequence("podatek.csv", INERT, "odpady.csv");
        assertThat(text(page)).contains("130 121 0 8 12\u00a0345,67\u00a0zł");
    }

    @Test
    void theListIsCutBySourceAndState() throws Exception {
        assertThat(page("/files?source=tax", "en")).contains("podatek.csv").doesNotContain("odpady.csv");
        assertThat(page("/files?state=HELD", "en")).contains("trzeci.csv").doesNotContain("odpady.csv", "podatek.csv");
        assertThat(page("/files?source=nobody%27--&state=%3Cb%3E&page=x", "en")).contains("There is no such file");
        assertThat(page("/files?page=999999999999", "en")).contains("podatek.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "pl, Po wczytaniu, 'Kolumna Telefon, wartość ***: to nie jest numer telefonu'",
        "en, When it had been loaded, 'Column Telefon, value ***: not a phone number'"
    })
    void aFileHasTheFiguresOfItsReceiptAndItsRejectedRows(String language, String title, String explanation)
            throws Exception {
        String page = page("/files/11", language);
        assertThat(page).contains(title, explanation, "2,94\u00a0zł").doesNotContain("SECRET");
        assertThat(page).contains("/files/11?after=100099#rejected").contains("/files/11/receipt");
        assertThat(text(page("/files/11?after=100099", language)))
                .contains("100120 ")
                .doesNotContain("100099 ");
    }

    @Test
    void reasonsAreThoseOfTheLoading() throws Exception {
        assertThat(text(page("/files/11", "en")))
                .contains("Not a phone number 121", "The debt has been reminded of already 1", "Delivered 5");
    }

    @Test
    void aHeldFileSaysWhyAndIsReleasedWithAReasonOnly() throws Exception {
        String page = page("/files/12", "en");
        assertThat(page).contains("30 rows have one and the same phone number", "value=\"RELEASE\"", INERT);
        assertThat(said("/files/12/decision", "decision", "RELEASE", "why", "  "))
                .contains("give a reason");
        assertThat(said("/files/12/decision", "decision", "RELEASE", "why", "x".repeat(256)))
                .contains("255 characters");
        assertThat(said("/files/12/decision", "decision", "RESEND", "why", "x")).contains("did not say what to do");
        assertThat(ledger.count("reminder where batch_id = 12 and state = 'HELD'"))
                .isEqualTo(4);
        assertThat(said("/files/12/decision", "decision", "RELEASE", "why", BAD))
                .isEqualTo("Released reminders of this file: 4.|");
        assertThat(ledger.count("reminder where batch_id = 12 and state = 'QUEUED'"))
                .isEqualTo(4);
        assertThat(ledger.count("audit_log where batch_id = 12 and action = 'RELEASE' and who = 'ewa'"))
                .isEqualTo(1);
        assertThat(page("/files/12", "pl")).contains("zwolniono", "ewa", INERT).doesNotContain("value=\"RELEASE\"");
    }

    @Test
    void aFileIsWithdrawnOnce() throws Exception {
        assertThat(said("/files/13/decision", "decision", "WITHDRAW", "why", "shifted"))
                .startsWith("Withdrawn reminders of this file: 2.");
        assertThat(said("/files/13/decision", "decision", "WITHDRAW", "why", "again"))
                .startsWith("|Nothing was changed");
        assertThat(ledger.count("audit_log where batch_id = 13")).isEqualTo(1);
        assertThat(page("/files/13", "en")).doesNotContain("name=\"decision\"");
    }

    @Test
    void nobodyElseDecides() throws Exception {
        for (String role : new String[] {"FINANCE", "AUDITOR"}) {
            assertThat(page("/files/11", "en", role, new MockHttpSession())).doesNotContain("name=\"decision\"");
            assertThat(send(role, new MockHttpSession(), "/files/11/decision", "decision", "WITHDRAW", "why", "x")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(mvc.perform(post("/files/11/decision")
                                .param("decision", "WITHDRAW")
                                .param("why", "x")
                                .with(user("ewa").roles("CLERK")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("without the token")
                .isEqualTo(403);
        assertThat(ledger.count("reminder where batch_id = 11 and state = 'QUEUED'"))
                .isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/files/999",
                "/files/x",
                "/files/-1",
                "/files/9999999999999999999",
                "/files/11/rejected",
                "/files/13/receipt",
                "/files/999/receipt",
                "/files/11/..%2f..%2freceipt"
            })
    void whatIsNotThereIsNotFound(String path) throws Exception {
        assertThat(code(path, "ADMIN")).isIn(400, 404);
        assertThat(path.contains("..") || code(path, "ADMIN") == 404).isTrue();
    }

    @Test
    void theReceiptIsHandedOut() throws Exception {
        MockHttpServletResponse answer = mvc.perform(
                        get("/files/11/receipt").with(user("kasa").roles("FINANCE")))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).isEqualTo("{}");
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment")
                .contains("odpady.csv.receipt.json");
        assertThat(code("/files/11/rejected", "AUDITOR")).isEqualTo(403);
    }

    @Test
    void whoTakesTheRejectedRowsIsNoted() throws Exception {
        Path rows = OUT.resolve("odpady.csv.rejected.csv");
        Files.writeString(rows, "501234567;x");
        assertThat(code("/files/11/rejected", "CLERK")).isEqualTo(200);
        Files.delete(rows);
        assertThat(code("/files/11/rejected", "CLERK")).isEqualTo(404);
        assertThat(ledger.count("audit_log where action = 'REJECTED_TAKEN' and who = 'ewa' and batch_id = 11"))
                .isEqualTo(1);
        String audit = page("/audit?action=REJECTED_TAKEN", "pl", "AUDITOR", new MockHttpSession());
        assertThat(audit).contains("pobrano odrzucone wiersze", "/files/11");
    }
}
