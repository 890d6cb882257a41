package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.report.effect.EffectBook;

@SpringBootTest(
        classes = WebTestApplication.class,
        properties = {
            "kurenda.admin.password=secret",
            "kurenda.report.letter-cost=4.90",
            "management.endpoints.web.exposure.include=health",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml",
            "kurenda.demo=true"
        })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EffectPageTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EffectBook effects;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DatabaseFixture::url);
        registry.add("spring.datasource.username", () -> "root");
    }

    @BeforeAll
    void tenRemindersOfWhichTwoArePaid() {
        LocalDateTime at = LocalDateTime.of(2026, 11, 20, 9, 0);
        SampleLedger ledger = new SampleLedger(jdbc);
        ledger.batch(1, "waste", "odpady.csv", "LOADED", at);
        ledger.reminders(1, ReminderState.DELIVERED, 10, 10_000, at);
        jdbc.sql("update batch set template = '<b>{amount}</b>', loaded_at = received_at")
                .update();
        jdbc.sql("""
                insert into segment (reminder_id, number, state, smsc, message_id, answered_at)
                select id, 1, 'DELIVERED', 's', id, state_at from reminder""").update();
        jdbc.sql("""
                insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                select 'waste', debt_key, '2026-11-22', 10000, 'EXPORT', 1, debt_key, 1, 1, '2026-11-22' from reminder
                order by id limit 2""").update();
    }

    private void count() {
        jdbc.sql("delete from effect_month").update();
        effects.refresh();
    }

    @Test
    void nothingIsShownWithoutLogin() throws Exception {
        mvc.perform(get("/effect")).andExpect(redirectedUrl("http://localhost/login"));
    }

    @Test
    void theMonthIsShownInPolishAndClaimsNoCause() throws Exception {
        count();
        assertThat(page("/effect", "pl"))
                .contains(
                        "Wpłaty po przypomnieniach, listopad 2026",
                        "Poprzedni miesiąc: październik 2026",
                        "2 (20\u00a0%)",
                        "200,00\u00a0zł",
                        "0,35\u00a0zł",
                        "48,30\u00a0zł")
                .contains("a nie dzięki nim", "&lt;b&gt;{amount}&lt;/b&gt;", "waste razem")
                .doesNotContain("??", "przedział");
    }

    @Test
    void theUpliftIsShownOnceThereIsAGroup() throws Exception {
        jdbc.sql("update batch set hold_out = true").update();
        jdbc.sql("update reminder set state = 'SUPPRESSED', reason = 'HOLD_OUT' where id > 6")
                .update();
        count();
        String page = page("/effect?month=2026-11", "en");
        String polish = page("/effect?month=2026-11", "pl");
        jdbc.sql("update reminder set state = 'DELIVERED', reason = null").update();
        jdbc.sql("update batch set hold_out = false").update();
        assertThat(page)
                .contains(
                        "waste: of 6 debts to be reminded of, 33,33 % were paid within 30 days; of 4 held out by chance, 0 %")
                .contains("may be chance", "lang=\"pl\">&lt;b&gt;")
                .doesNotContain("not because of them", "??");
        assertThat(polish)
                .contains(
                        "z 6 należności do przypomnienia zapłacono w ciągu 30 dni 33,33\u00a0%", "Różnica: 33,33 p.p.")
                .doesNotContain("punktu procentowego", "33.33");
    }

    @Test
    void anotherMonthOrNoneAtAll() throws Exception {
        jdbc.sql("delete from effect_month").update();
        assertThat(page("/effect?month=2026-11", "en")).contains("not been counted yet");
        effects.refresh();
        assertThat(page("/effect?month=2026-10", "en"))
                .contains("paid after reminders, October 2026", "month=2026-09", "month=2026-11");
        assertThat(page("/effect?month=<script>", "en"))
                .contains("reminders, November 2026")
                .doesNotContain("<script>");
        assertThat(page("/effect?month=-999999999-01", "en")).contains("reminders, November 2026");
    }

    private String page(String path, String language) throws Exception {
        return mvc.perform(get(path).with(user("admin").roles("ADMIN")).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
