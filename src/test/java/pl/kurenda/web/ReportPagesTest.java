package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import pl.kurenda.DatabaseFixture;
import pl.kurenda.TallyCheck;
import pl.kurenda.ledger.core.ReminderState;

@SpringBootTest(
        classes = WebTestApplication.class,
        properties = {
            "kurenda.admin.password=secret",
            "management.endpoints.web.exposure.include=health",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml",
            "kurenda.demo=true"
        })
@AutoConfigureMockMvc
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportPagesTest {
    private static final Pattern ADDRESS = Pattern.compile("(?:src|href|data-live)=\"(/[^\"#]*)\"");

    private static final Path HOME = Path.of("target/report-pages");
    private static final String REPORTS = "report-2026-11-24.xlsx billing-2026-11.csv billing-2026-10.csv"
            + " summary-2026-11-23.csv report-2026-11-24.xlsx.tmp";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DatabaseFixture::url);
        registry.add("spring.datasource.username", () -> "root");
        registry.add("kurenda.home", HOME::toString);
    }

    @BeforeAll
    void fill() throws IOException {
        SampleLedger ledger = new SampleLedger(jdbc);
        LocalDateTime today = LocalDateTime.of(2026, 11, 24, 7, 30);
        ledger.batch(1, "waste", "odpady.csv", "LOADED", today);
        ledger.reminders(1, ReminderState.DELIVERED, 3, 123_456, today);
        ledger.reminders(1, ReminderState.UNKNOWN, 2, 100, today);
        ledger.rejected(1, 5, 1000);
        ledger.batch(2, "tax", "podatek.csv", "LOADED", today.minusDays(20));
        ledger.reminders(2, ReminderState.ENROUTE, 7, 100, today);
        jdbc.sql("""
                insert into outcome (id, reminder_id, source, day, final_at, state, segments, cost, correction)
                select id, id, source, '2026-11-24', state_at, state, 1, 0.07, false from reminder where state = 'DELIVERED'""").update();
        TallyCheck.recount(jdbc);
        jdbc.sql("insert into billed_day values ('2026-11-22'), ('2026-11-23')").update();
        jdbc.sql(
                        "insert into billed_tally (day, source, price, segments) values ('2026-11-22', 'waste', 0.07, 7), ('2026-11-23', 'waste', 0.07, 5)")
                .update();
        Path outbound = Files.createDirectories(HOME.resolve("dropbox/outbound"));
        for (String name : REPORTS.split(" ")) {
            Files.writeString(outbound.resolve(name), name);
        }
        Files.writeString(HOME.resolve("dropbox/secret-2026-11-24.csv"), "x");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Report, November 2026', Not a phone number, Only sent",
        "pl, 'Raport, listopad 2026', To nie jest numer telefonu, Tylko wysłane"
    })
    void theMonth(String language, String title, String reason, String stage) throws Exception {
        String page = page("/reports", language);
        assertThat(page).contains("<h1>" + title + "</h1>", reason, stage).doesNotContain("??");
        assertThat(page)
                .contains("data-label=", "month=2026-10", language.equals("pl") ? "październik 2026" : "October 2026");
        String text = text(page);
        assertThat(text)
                .contains("04.11.2026 1 7 7,00 zł 0 0 0 7 0 0 0 0", "24.11.2026 1 10 3 755,68 zł 5 0 0 0 3 0 2 0");
        assertThat(page).contains("data-count=\"7\"");
    }

    @Test
    void theBillOfTheMonth() throws Exception {
        assertThat(text(page("/reports", "pl")))
                .contains(
                        "do końca dnia 23.11.2026",
                        "waste 12 0,0700 zł 0,84 zł 0,19 zł 1,03 zł Razem 12 0,84 zł 0,19 zł 1,03 zł");
        assertThat(page("/reports?month=2026-10", "en")).contains("No day of this month is in the bill yet");
    }

    @ParameterizedTest
    @CsvSource({"en, The billing file below goes on", "pl, Plik billing poniżej obejmuje"})
    void theFileOfABillThatIsNotThereYet(String language, String sentence) throws Exception {
        assertThat(page("/reports?month=2026-10", language)).contains(sentence, "billing-2026-10.csv");
        assertThat(page("/reports?month=2026-09", language)).doesNotContain(sentence);
        assertThat(page("/reports?month=2026-11", language)).doesNotContain(sentence);
    }

    @ParameterizedTest
    @CsvSource({"en, Delivered, What became final", "pl, Doręczone, Co się zakończyło"})
    void theDay(String language, String delivered, String outcomes) throws Exception {
        String page = page("/reports/day?day=2026-11-24", language);
        assertThat(page)
                .contains(outcomes, "report-2026-11-24.xlsx", "billing-2026-11.csv")
                .doesNotContain("??", ".tmp");
        assertThat(page).doesNotContain("summary-2026-11-23", "secret");
        assertThat(text(page))
                .containsSubsequence(delivered + " 3 3 703,68 zł", outcomes, delivered + " 3 3 703,68 zł");
    }

    @Test
    void aMonthWithoutFilesAndADayThatIsNone() throws Exception {
        assertThat(page("/reports?month=2026-10", "en")).contains("No file came in", "No row was rejected");
        for (String path : new String[] {
            "/reports?month=x",
            "/reports/day?day=2026-11-31",
            "/reports?month=-999999999-01",
            "/reports?month=%2B999999999-12",
            "/reports?month=0999-01",
            "/reports/day?day=-999999999-01-01",
            "/reports/day?day=%2B999999999-12-31",
            "/reports/files/-999999999-01-01/report.xlsx"
        }) {
            mvc.perform(get(path).with(user("admin").roles("ADMIN"))).andExpect(status().isNotFound());
        }
    }

    @Test
    void theMonthCanBeTakenAsAFile() throws Exception {
        assertThat(page("/reports?month=2026-11", "en"))
                .contains("/reports/month?month=2026-11", "/reports/files/2026-11-01/billing-2026-11.csv");
        assertThat(page("/reports/month?month=2026-11", "en"))
                .contains(
                        "day;files;rows;amount;REJECTED_ROW;HELD;",
                        "2026-11-04;1;7;7,00;0;",
                        "2026-11-24;1;10;3755,68;5;");
    }

    @Test
    void theDebtsForAnUpomnienieAreListedAsTheDomainSystemGotThem() throws Exception {
        Path out = Files.createDirectories(HOME.resolve("dropbox/tax/out"));
        Files.writeString(
                out.resolve("upomnienie-2026-11-23.csv"),
                "\uFEFFsource;reference;account;masked phone;amount;due date;form;first action;days;outcome;file;line\r\n"
                        + "tax;'=OP/1;;'+48 *** *** 123;116,00;2026-11-01;SMS;2026-11-16 09:00:00;7;DELIVERED;a.csv;2\r\n"
                        + "tax;;61109010140000071219812874;'+48 *** *** 124;1234567,50;;SMS;2026-11-16 09:00:00;7;;a.csv;3\r\n");
        Files.writeString(HOME.resolve("dropbox/tax/out/secret.csv"), "x");
        String page = page("/reports/register?day=2026-11-23", "pl");
        assertThat(text(page))
                .contains("=OP/1 tax +48 *** *** 123 116,00 zł 01.11.2026 16.11.2026 Doręczone")
                .contains("61109010140000071219812874 tax +48 *** *** 124 1 234 567,50 zł 16.11.2026")
                .contains("Rejestr działań i wykaz do upomnień, 23.11.2026");
        assertThat(page).contains("/reports/register/2026-11-23/tax/upomnienie");
        assertThat(page("/reports/register/2026-11-23/tax/upomnienie", "pl")).contains("OP/1");
        for (String path : new String[] {
            "/reports/register/2026-11-23/tax/secret",
            "/reports/register/2026-11-23/tax/actions",
            "/reports/register/2026-11-23/..%2ftax/upomnienie",
            "/reports/register/x/tax/upomnienie",
            "/reports/register?day=x"
        }) {
            assertThat(mvc.perform(get(path).with(user("admin").roles("ADMIN")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isIn(400, 404);
        }
        assertThat(page("/reports/register", "en")).contains("upomnienie.days is 0");
    }

    @Test
    void aReportFileIsGivenByItsName() throws Exception {
        assertThat(page("/reports/files/2026-11-24/report-2026-11-24.xlsx", "en"))
                .isEqualTo("report-2026-11-24.xlsx");
        mvc.perform(get("/reports/files/2026-11-24/billing-2026-11.csv")
                        .with(user("admin").roles("ADMIN")))
                .andExpect(header().string("Content-Disposition", org.hamcrest.Matchers.containsString("attachment")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/reports/files/2026-11-24/summary-2026-11-23.csv",
                "/reports/files/2026-11-24/secret-2026-11-24.csv",
                "/reports/files/2026-11-24/report-2026-11-24.xlsx.tmp",
                "/reports/files/2026-11-24/nothing",
                "/reports/files/x/report-2026-11-24.xlsx"
            })
    void noOtherFileIsGiven(String path) throws Exception {
        mvc.perform(get(path).with(user("admin").roles("ADMIN"))).andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/reports", "/reports/day?day=2026-11-24"})
    void everyFileAndPageThatAPageNamesIsThere(String path) throws Exception {
        for (String address : ADDRESS.matcher(page(path, "en"))
                .results()
                .map(MatchResult::group)
                .map(all ->
                        all.substring(all.indexOf('"') + 1, all.length() - 1).replace("&amp;", "&"))
                .filter(address -> !address.startsWith("/actuator"))
                .toList()) {
            mvc.perform(get(address).with(user("admin").roles("ADMIN"))).andExpect(status().isOk());
        }
    }

    @Test
    void theLivePartIsThePartOfThePage() throws Exception {
        String live = page("/today/live", "en");
        assertThat(live)
                .startsWith("<div data-live=\"/today/live\"")
                .contains("odpady.csv")
                .doesNotContain("<html", "<script");
        assertThat(page("/", "en")).contains(live.substring(0, live.indexOf("As of")));
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }

    private String page(String path, String language) throws Exception {
        return mvc.perform(get(path).with(user("admin").roles("ADMIN")).header("Accept-Language", language))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
