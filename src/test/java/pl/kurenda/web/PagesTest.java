package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.core.ReminderState;

@SpringBootTest(
        classes = WebTestApplication.class,
        properties = {
            "kurenda.admin.password=secret",
            "management.endpoints.web.exposure.include=health",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml",
            "kurenda.demo=true",
            "kurenda.home=target/web-home"
        })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DatabaseFixture::url);
        registry.add("spring.datasource.username", () -> "root");
    }

    @BeforeAll
    void fill() {
        SampleLedger ledger = new SampleLedger(jdbc);
        LocalDateTime today = LocalDateTime.of(2026, 11, 24, 7, 30);
        ledger.batch(1, "waste", "<b>odpady</b>.csv", "LOADED", today);
        ledger.reminders(1, ReminderState.DELIVERED, 12, 123_456, today);
        ledger.reminders(1, ReminderState.UNDELIVERABLE, 2, 100, today);
        ledger.reminders(1, ReminderState.CLAIMED, 3, 100, today);
        ledger.reminders(1, ReminderState.QUEUED, 4, 100, today);
        ledger.reminders(1, ReminderState.UNKNOWN, 1, 100, today);
        ledger.rejected(1, 5, 1000);
        ledger.batch(2, "tax", "podatek.csv", "LOADING", today.minusDays(1));
        TallyCheck.recount(jdbc);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/web", "/messages/web.properties"})
    void nothingIsShownWithoutLogin(String path) throws Exception {
        mvc.perform(get(path))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("http://localhost/login"));
    }

    @Test
    void theInterfaceRefusesWhoBringsNoToken() throws Exception {
        mvc.perform(get("/api/v1/batches")).andExpect(status().isUnauthorized());
    }

    @Test
    void polishPage() throws Exception {
        String page = page("/", "pl-PL,pl;q=0.9,en;q=0.8");
        assertThat(page).contains("<html lang=\"pl\"", "<h1>Dziś, 24.11.2026</h1>", "24.11.2026 09:05", "simulator");
        assertThat(page).contains("Żaden mieszkaniec nie dostaje wiadomości", "wczytywany", "Doręczone");
        assertThat(page)
                .contains("14\u00a0814,72\u00a0zł", "14\u00a0874,72\u00a0zł")
                .doesNotContain("??");
    }

    @Test
    void englishPage() throws Exception {
        String page = page("/", "en-GB");
        assertThat(page).contains("<html lang=\"en\"", "<h1>Today, 24.11.2026</h1>", "Latest files", "loading");
        assertThat(page).contains("UNKNOWN means").doesNotContain("??", "Dziś");
    }

    @Test
    void smscsAreWordedAndFilesLeadToTheirPages() throws Exception {
        assertThat(page("/", "pl"))
                .contains("odmawia wszystkiego", "Centrum SMS: błąd systemu operatora (ESME_RSYSERR)")
                .contains("href=\"/files/1\"", "Pliki w toku: 2.")
                .doesNotContain("refuses everything");
    }

    @Test
    void polishWhereNeitherLanguageIsAskedFor() throws Exception {
        assertThat(page("/", "de")).contains("<html lang=\"pl\"");
    }

    @Test
    void theReaderChoosesTheLanguage() throws Exception {
        assertThat(page("/reports?month=2026-10", "en"))
                .contains("<a class=\"language\" href=\"/reports?month=2026-10&amp;lang=pl\"", ">Polski</a>");
        MockHttpServletResponse answer = mvc.perform(
                        get("/?lang=pl").with(user("admin").roles("ADMIN")).header("Accept-Language", "en"))
                .andReturn()
                .getResponse();
        assertThat(answer.getContentAsString()).contains("<html lang=\"pl\"", "href=\"/?lang=en\"");
        Cookie cookie = answer.getCookie("kurenda-lang");
        assertThat(cookie.getValue()).isEqualTo("pl");
        assertThat(cookie.isHttpOnly()).isTrue();
        for (String value : new String[] {"pl", "de", "<b>"}) {
            mvc.perform(get("/login").cookie(new Cookie("kurenda-lang", value)).header("Accept-Language", "en"))
                    .andExpect(content()
                            .string(containsString("<html lang=\"" + (value.equals("pl") ? "pl" : "en") + "\"")));
        }
        assertThat(mvc.perform(get("/login?lang=de")).andReturn().getResponse().getCookie("kurenda-lang"))
                .isNull();
    }

    @Test
    void aFileIsShownWithWhereItsRowsStand() throws Exception {
        String page = page("/", "en");
        String row = page.substring(page.indexOf("&lt;b&gt;odpady"), page.indexOf("podatek.csv"));
        assertThat(row.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " "))
                .contains("waste, 24.11.2026 08:30 Out of the queue: 15 of 22 Delivered: 12 of 22 27 5 0 7 0 12 2 1 0");
        assertThat(page).doesNotContain("<b>odpady");
    }

    @Test
    void needsNoScriptAndHasNoneInIt() throws Exception {
        String page = page("/", "en");
        assertThat(page.replaceAll("<script defer src=\"/[a-z0-9./]+\"></script>", ""))
                .as("scripts are files of ours")
                .doesNotContain("<script", "http-equiv", "style=\"", "http://", "https://", " onclick");
        assertThat(page).contains("<a class=\"button\" href=\"/\">Reload</a>");
        mvc.perform(get("/").with(user("admin").roles("ADMIN")))
                .andExpect(header().string("Content-Security-Policy", containsString("default-src 'none'")))
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("X-Frame-Options", "DENY"));
    }

    @Test
    void loginPageAndItsFilesAreOpen() throws Exception {
        mvc.perform(get("/login").header("Accept-Language", "en"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<title>Log in – Kurenda</title>")))
                .andExpect(content().string(containsString("name=\"_csrf\"")));
        mvc.perform(get("/login?error").header("Accept-Language", "pl"))
                .andExpect(content().string(containsString("role=\"alert\"")));
        mvc.perform(get("/web/kurenda.css")).andExpect(status().isOk());
        mvc.perform(get("/web/icon.svg")).andExpect(status().isOk());
        mvc.perform(get("/webjars/picocss__pico/2.1.1/css/pico.min.css")).andExpect(status().isOk());
    }

    @Test
    void logsInWithTheRightPasswordOnly() throws Exception {
        mvc.perform(formLogin().user("admin").password("wrong")).andExpect(redirectedUrl("/login?error"));
        mvc.perform(formLogin().user("admin").password("secret")).andExpect(redirectedUrl("/"));
    }

    @Test
    void aFormWithoutTokenIsRefused() throws Exception {
        mvc.perform(post("/login").param("username", "admin").param("password", "secret"))
                .andExpect(status().isForbidden());
        mvc.perform(post("/logout").with(user("admin").roles("ADMIN"))).andExpect(status().isForbidden());
    }

    private String page(String path, String language) throws Exception {
        MockHttpServletRequestBuilder request =
                get(path).with(user("admin").roles("ADMIN")).header("Accept-Language", language);
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
