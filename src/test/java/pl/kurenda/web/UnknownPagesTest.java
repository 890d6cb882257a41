package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MvcResult;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.core.ReminderState;

/** UNKNOWN reminders, and the numbers that must not get reminders. */
class UnknownPagesTest extends ClerkPages {
    private static final long FIRST = 3001;

    private SampleLedger ledger;

    @BeforeAll
    void fill() {
        ledger = new SampleLedger(jdbc, FIRST - 1);
        ledger.batch(31, "waste", BAD, "LOADED", TODAY);
        ledger.reminders(31, ReminderState.UNKNOWN, 120, 100, TODAY);
        ledger.run("update reminder set msisdn = '48501239999', reference = ? where id = ?", BAD, FIRST + 1);
        ledger.run("""
                insert into receipt_inbox (id, smsc, msisdn, stat, state, received_at, next_try_at)
                values (1, 'smsc', '48501239999', 'DELIVERED', 'UNMATCHED', ?, ?)""", TODAY, TODAY);
        TallyCheck.recount(jdbc);
    }

    @ParameterizedTest
    @CsvSource({"pl, czeka potwierdzenie", "en, a receipt waits"})
    void theListNamesWhatMayHaveBeenDelivered(String language, String witnessed) throws Exception {
        String page = page("/unknown", language);
        assertThat(page).contains(INERT, "name=\"ids\"", "/unknown?after=");
        assertThat(page.split(witnessed, -1)).hasSize(2);
        assertThat(page("/unknown?after=" + (FIRST + 110), language)).doesNotContain(witnessed);
        assertThat(page("/unknown?after=%27x", language)).contains(witnessed);
    }

    @Test
    void allOfAPageCanBeTickedWithoutAScript() throws Exception {
        assertThat(page("/unknown", "en")).contains("all=true", "Tick all 100").doesNotContain("checked");
        String all = page("/unknown?all=true", "en");
        assertThat(all.split("checked=\"checked\"", -1)).hasSize(101);
        assertThat(all).contains("Tick none");
    }

    @ParameterizedTest
    @CsvSource({
        "'', RESEND, x, tick one reminder",
        "x, RESEND, x, tick one reminder",
        "3010, '', x, did not say",
        "3010, RELEASE, x, did not say",
        "3010, RESEND, ' ', give a reason",
        "1, GIVE_UP, x, Left alone"
    })
    void whatIsNotWholeChangesNothing(String ids, String decision, String why, String sentence) throws Exception {
        assertThat(said("/unknown", "ids", ids, "decision", decision, "why", why))
                .contains(sentence);
        assertThat(ledger.count("reminder where id = 3010 and state = 'UNKNOWN'"))
                .isEqualTo(1);
    }

    @Test
    void severalAreGivenUp() throws Exception {
        assertThat(said("/unknown", "ids", "3020", "ids", "3021", "decision", "GIVE_UP", "why", "call 4711"))
                .isEqualTo("Given up: 2|");
        assertThat(ledger.count("audit_log where action = 'GIVE_UP' and who = 'ewa' and reminder_id in (3020, 3021)"))
                .isEqualTo(2);
        assertThat(ledger.count("reminder where id in (3020, 3021) and state = 'ABANDONED'"))
                .isEqualTo(2);
    }

    @Test
    void aWitnessedOneIsSentAgainOnTheSecondWordOnly() throws Exception {
        MockHttpSession session = new MockHttpSession();
        String id = String.valueOf(FIRST + 1);
        MvcResult first = send("CLERK", session, "/unknown", "ids", id, "decision", "RESEND", "why", BAD);
        assertThat(first.getFlashMap().get("witnessed")).isEqualTo(List.of(FIRST + 1));
        String page = mvc.perform(get("/unknown")
                        .with(user("ewa").roles("CLERK"))
                        .header("Accept-Language", "en")
                        .flashAttrs(first.getFlashMap()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("Send again all the same", "name=\"anyway\" value=\"true\"", "value=\"" + INERT)
                .contains("Ask the operator");
        assertThat(ledger.count("reminder where id = " + id + " and state = 'UNKNOWN'"))
                .isEqualTo(1);
        assertThat(said("/unknown", "ids", id, "decision", "RESEND", "why", "asked", "anyway", "true"))
                .isEqualTo("To be sent again: 1|");
        assertThat(ledger.count("audit_log where action = 'RESEND_ANYWAY' and reminder_id = " + id))
                .isEqualTo(1);
    }

    @Test
    void whoMayNotDecideReadsOnly() throws Exception {
        String page = page("/unknown", "en", "FINANCE", new MockHttpSession());
        assertThat(page).doesNotContain("name=\"ids\"", "name=\"decision\"", "href=\"/messages");
        assertThat(send("AUDITOR", new MockHttpSession(), "/unknown", "ids", "3010", "decision", "GIVE_UP", "why", "x")
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aNumberIsOptedOutAndIn() throws Exception {
        // the API tests also add opt-outs to this database
        ledger.run("delete from opt_out");
        assertThat(said("/opt-outs", "phone", "22 123 45 67", "why", "x")).contains("not a mobile number");
        assertThat(said("/opt-outs", "phone", "501 234 567", "why", "")).contains("give a reason");
        assertThat(said("/opt-outs", "phone", "501 234 567", "why", BAD)).isEqualTo("Opted out: +48 *** *** 567|");
        assertThat(said("/opt-outs", "phone", "501234567", "why", "x")).contains("had been opted out before");
        assertThat(page("/opt-outs", "pl"))
                .contains(INERT, "+48 *** *** 567", "ewa")
                .doesNotContain("501234567");
        long id = max();
        assertThat(page("/opt-outs", "en", "AUDITOR", new MockHttpSession())).doesNotContain("/removal");
        String removal = "/opt-outs/" + id + "/removal";
        assertThat(said(removal, "why", " ")).contains("give a reason");
        assertThat(said(removal, "why", "asked again")).contains("may be reminded again");
        assertThat(said(removal, "why", "asked again")).contains("no longer on the list");
        assertThat(page("/opt-outs", "en")).contains("No number is opted out");
        assertThat(ledger.count("audit_log where who = 'ewa' and object = '+48 *** *** 567' and ("
                        + "action = 'OPT_OUT_ADDED' or action = 'OPT_OUT_REMOVED' and why = 'asked again')"))
                .isEqualTo(2);
        assertThat(ledger.count("opt_out_change where who = 'ewa' and why = 'asked again' and not opted_out"))
                .isEqualTo(1);
    }

    private long max() {
        return jdbc.sql("select max(id) from opt_out_change").query(Long.class).single();
    }
}
