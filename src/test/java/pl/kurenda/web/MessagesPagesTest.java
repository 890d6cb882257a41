package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.core.ReminderState;

/** The search for reminders, the page of one reminder, and decisions made there. */
@ExtendWith(OutputCaptureExtension.class)
class MessagesPagesTest extends ClerkPages {
    private static final long ANNA = 2001;
    private static final long HELD = 2003;

    private SampleLedger ledger;

    @BeforeAll
    void fill() {
        ledger = new SampleLedger(jdbc, ANNA - 1);
        ledger.batch(21, "waste", "telefony.csv", "LOADED", TODAY);
        ledger.reminders(21, ReminderState.DELIVERED, 2, 4560, TODAY);
        ledger.reminders(21, ReminderState.HELD, 1, 100, TODAY);
        ledger.run("update reminder set msisdn = '48501230003', masked_phone = '+48 *** *** 003' where batch_id = 21");
        ledger.run("update reminder set reference = 'ODP/7/2026', name = ?, text = ? where id = ?", BAD, BAD, ANNA);
        ledger.run("update reminder set reason = 'AMOUNT_CONFLICT' where id = ?", HELD);
        ledger.run("""
                insert into segment (reminder_id, number, state, smsc, message_id, error, answered_at, final_at)
                values (?, 1, 'DELIVERED', 'smsc', 'abc17', null, ?, ?)""", ANNA, TODAY, TODAY.plusMinutes(1));
        ledger.run("""
                insert into history (id, reminder_id, at, who, from_state, to_state, reason, began_at)
                values (1, ?, ?, 'node', 'SUBMITTING', 'ENROUTE', null, ?)""", ANNA, TODAY.plusMinutes(2), TODAY.plusMinutes(1));
        ledger.run("""
                insert into outcome (id, reminder_id, source, day, final_at, from_state, state, who, segments, cost, correction)
                values (2, ?, 'waste', '2026-11-24', ?, 'ENROUTE', 'DELIVERED', 'receipt', 1, 0.07, false)""", ANNA, TODAY.plusMinutes(3));
        TallyCheck.recount(jdbc);
    }

    @ParameterizedTest
    @CsvSource({
        "pl, phone, 501 230 003, '', Przypomnienia na numer +48 *** *** 003, 3",
        "en, phone, +48501230003, '', Reminders to +48 *** *** 003, 3",
        "en, reference, odp/7/2026, '', Reminders of the debt odp/7/2026, 1",
        "pl, file, telefony.csv, '', Przypomnienia z pliku telefony.csv, 3",
        "en, file, telefony.csv, 2002, Reminders of the file telefony.csv, 1",
        "en, reference, ODP, '', There is no such reminder, 0"
    })
    void isFound(String language, String by, String what, String line, String title, int count) throws Exception {
        MockHttpSession session = new MockHttpSession();
        MvcResult sent = send("CLERK", session, "/messages", "by", by, "what", what, "line", line);
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo("/messages");
        String page = page("/messages", language, "CLERK", session);
        assertThat(page).contains(title).doesNotContain("501230003", "501 230 003");
        assertThat(page.split("href=\"/messages/\\d+\"", -1)).hasSize(count + 1);
    }

    @Test
    void theListGoesOnBehindTheFirstHundred() throws Exception {
        if (ledger.count("batch where id = 22") == 0) {
            ledger.batch(22, "waste", "wiele.csv", "LOADED", TODAY);
            ledger.reminders(22, ReminderState.DELIVERED, 130, 100, TODAY);
        }
        MockHttpSession session = new MockHttpSession();
        send("CLERK", session, "/messages", "by", "file", "what", "wiele.csv", "line", "");
        String first = page("/messages", "en", "CLERK", session);
        assertThat(first.split("href=\"/messages/\\d+\"", -1)).hasSize(101);
        String more = first.replaceAll("(?s).*href=\"(/messages\\?after=\\d+)#found\".*", "$1");
        String second = page(more, "en", "CLERK", session);
        assertThat(second.split("href=\"/messages/\\d+\"", -1)).hasSize(31);
        assertThat(second).doesNotContainPattern("/messages\\?after=\\d+#found").contains("From the beginning");
        assertThat(page("/messages?after=x", "en", "CLERK", session)).containsPattern("/messages\\?after=\\d+#found");
    }

    @ParameterizedTest
    @CsvSource({
        "phone, '', '', Say what to look for",
        "phone, 22 123 45 67, '', not a mobile number",
        "phone, <script>alert(1)</script>, '', not a mobile number",
        "file, x.csv, one, The line is a number",
        "name, Jan, '', Say what to look for"
    })
    void whatCannotBeLookedForIsSaid(String by, String what, String line, String sentence) throws Exception {
        assertThat(said("/messages", "by", by, "what", what, "line", line)).contains(sentence);
    }

    @Test
    void anInjectedSearchIsInert() throws Exception {
        MockHttpSession session = new MockHttpSession();
        send("CLERK", session, "/messages", "by", "reference", "what", BAD + "' or 1=1 -- ");
        assertThat(page("/messages", "en", "CLERK", session)).contains(INERT, "There is no such reminder");
    }

    @ParameterizedTest
    @CsvSource({
        "pl, Treść wiadomości, W trakcie wysyłania, Wysłane, potwierdzenie operatora",
        "en, Text of the message, Being sent, Sent, receipt of the operator"
    })
    void theStoryOfAReminder(String language, String text, String sending, String sent, String who) throws Exception {
        String page = page("/messages/" + ANNA, language);
        assertThat(page).contains(text, sending, sent, INERT, "abc17", "ODP/7/2026", "+48 *** *** 003", "45,60");
        assertThat(text(page))
                .containsSubsequence("24.11.2026 08:36", "24.11.2026 08:37", "24.11.2026 08:38")
                .contains(who)
                .doesNotContain("501230003");
    }

    @Test
    void aFullNumberIsShownOnceAndTheLookIsKept(CapturedOutput output) throws Exception {
        MockHttpSession session = new MockHttpSession();
        MvcResult sent = send("CLERK", session, "/messages/" + ANNA + "/phone");
        assertThat(sent.getResponse().getRedirectedUrl()).isEqualTo("/messages/" + ANNA);
        String page = mvc.perform(get("/messages/" + ANNA)
                        .session(session)
                        .with(user("ewa").roles("CLERK"))
                        .flashAttrs(sent.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("+48501230003");
        assertThat(page("/messages/" + ANNA, "en")).doesNotContain("501230003");
        assertThat(ledger.count("audit_log where who = 'ewa' and action = 'PHONE_SHOWN' and reminder_id = " + ANNA))
                .isEqualTo(1);
        assertThat(output).doesNotContain("501230003");
    }

    @Test
    void whoMayNotLookIsRefusedAndSeesNoButton() throws Exception {
        assertThat(page("/messages/" + ANNA, "en", "AUDITOR", new MockHttpSession()))
                .doesNotContain("/phone\"", "name=\"decision\"");
        for (String role : new String[] {"AUDITOR", "FINANCE"}) {
            MvcResult sent = send(role, new MockHttpSession(), "/messages/" + ANNA + "/phone");
            assertThat(sent.getResponse().getStatus()).isEqualTo(403);
        }
        assertThat(code("/messages/" + ANNA, "FINANCE")).isEqualTo(403);
    }

    @Test
    void oneReminderIsDecidedAbout() throws Exception {
        assertThat(page("/messages/" + HELD, "en")).contains("Two amounts for one debt", "value=\"RELEASE\"");
        String path = "/messages/" + HELD + "/decision";
        assertThat(said(path, "decision", "WITHDRAW", "why", "")).contains("give a reason");
        assertThat(said(path, "decision", "DROP TABLE", "why", "x")).contains("did not say what to do");
        assertThat(said(path, "decision", "GIVE_UP", "why", "x")).contains("Left alone");
        assertThat(said(path, "decision", "WITHDRAW", "why", "old amount")).isEqualTo("Withdrawn: 1|");
        assertThat(ledger.count("audit_log where action = 'WITHDRAW' and who = 'ewa' and why = 'old amount'"
                        + " and reminder_id = " + HELD))
                .isEqualTo(1);
        assertThat(page("/messages/" + HELD, "pl")).contains("Wycofane").doesNotContain("name=\"decision\"");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(code("/messages/1999999", "CLERK")).isEqualTo(404);
        assertThat(code("/messages/x", "ADMIN")).isEqualTo(404);
        for (String form : new String[] {"/phone", "/decision"}) {
            assertThat(send("CLERK", new MockHttpSession(), "/messages/1999999" + form, "why", "x")
                            .getResponse()
                            .getStatus())
                    .isEqualTo(404);
        }
    }
}
