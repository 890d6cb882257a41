package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import pl.kurenda.DatabaseFixture;

/** The way of a clerk through a real browser: one browser and one daemon, from the login to the workbook. */
class BrowserIT {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final int SENT = 500;
    private static final int HELD = 12;

    @TempDir
    static Path home;

    @TempDir
    static Path downloads;

    private static final String DATABASE = DatabaseFixture.url();

    private static Browser browser;
    private static Daemon daemon;
    private static PageWalk walk;

    @BeforeAll
    static void openBrowser() throws IOException {
        assumeTrue(Browser.installed(), "skipped: no Chromium here (Debian: apt-get install chromium chromium-driver)");
        daemon = new Daemon(home, settings());
        daemon.launch(Daemon.QUICK);
        browser = new Browser(downloads);
        walk = new PageWalk(browser, daemon, new DatabaseView(DATABASE));
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
        if (daemon != null) {
            daemon.close();
        }
    }

    @Test
    void whatAxeFindsFails() throws Exception {
        Path page = Files.writeString(home.resolve("bad.html"), "<html lang=en><title>x</title><input type=text>");
        browser.open(page.toUri().toString());
        assertThatThrownBy(() -> browser.check("bad"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("label");
    }

    @Test
    void aClerkFollowsFilesToTheWorkbook() throws Exception {
        daemon.awaitHealthy();
        logIn();
        watchAFile();
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        CompletableFuture<Daemon.Run> report = CompletableFuture.supplyAsync(() -> report(today));
        readTheRejectedRows();
        findTheMessage();
        releaseTheHeldFile();
        List<String> pages = walk.menu();
        assertThat(report.get().exitCode()).as(report.get().output()).isZero();
        String day = daemon.url("/reports/day?day=" + today);
        walk.look(day);
        takeTheWorkbook(day, "report-" + today + ".xlsx");
        walk.fill(today);
        fillTheRegister(today.minusDays(1));
        pages.add(day);
        pages.addAll(walk.lookAtWhatIsSeldomThere());
        walk.readInPolishInTheDark(pages);
        walk.walkOnATelephone(pages);
        walk.seeWhenItIsNotUpToDate();
    }

    private static List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + DATABASE,
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--kurenda.demo=true",
                "--kurenda.samples=false",
                "--kurenda.admin.password=secret",
                "--kurenda.sources.waste.send-window=always",
                "--kurenda.sources.waste.gate.enabled=false",
                "--kurenda.sources.tax.send-window=always",
                "--kurenda.sources.tax.gate.max-rows=" + (HELD - 1),
                "--kurenda.node=browser");
    }

    private static void logIn() {
        browser.open(daemon.url("/"));
        browser.check("login");
        browser.picture("login");
        browser.type("username", "admin");
        browser.type("password", "secret");
        browser.click(By.cssSelector("main [type=submit]"));
        browser.sees("No file has come in yet");
    }

    /** The page is opened once, and shows by itself what becomes of the file. */
    private static void watchAFile() throws Exception {
        daemon.drop("tax", "landlord.csv", new GeneratedFile().withHeader(HELD));
        String good = new String(new GeneratedFile().withHeader(SENT), StandardCharsets.US_ASCII);
        daemon.drop(
                "waste",
                "october.csv",
                (good + "12;1,00;X\r\n601222333;abc;Y\r\n").getBytes(StandardCharsets.US_ASCII));
        browser.awaitText("october.csv", LONG);
        browser.awaitText("Out of the queue: 500 of 500", LONG);
        browser.awaitText("connected", LONG);
        browser.awaitText("landlord.csv held", LONG);
        browser.picture("today-live");
    }

    private static void readTheRejectedRows() {
        browser.open(daemon.url("/files"));
        browser.click(By.linkText("october.csv"));
        browser.sees("Not a phone number", "Not an amount");
        walk.look(browser.address());
    }

    private static void findTheMessage() {
        browser.open(daemon.url("/messages"));
        browser.type("what", "601 000 041");
        browser.click(By.cssSelector("main [type=submit]"));
        browser.sees("S41", "42,00").doesNotContain("601 000 041", "601000041");
        browser.picture("desktop-messages-found");
        browser.click(By.cssSelector("tbody th a"));
        walk.look(browser.address());
        browser.sees("Text of the message").doesNotContain("601000041");
        browser.click(By.cssSelector("form[action$='/phone'] button"));
        browser.sees("601000041");
    }

    /** Nothing of it goes before a person has given a reason; then all of it does. */
    private static void releaseTheHeldFile() {
        browser.open(daemon.url("/files?state=HELD"));
        browser.click(By.linkText("landlord.csv"));
        walk.look(browser.address());
        browser.sees("Reminders held now: " + HELD);
        browser.type("why", "one landlord, confirmed");
        browser.click(By.cssSelector("button[value=RELEASE]"));
        browser.awaitText("Released reminders of this file: " + HELD, LONG);
        browser.sees("admin", "one landlord, confirmed");
        browser.open(daemon.url("/"));
        browser.awaitText("Out of the queue: 12 of 12", LONG);
    }

    /** What a daily report with upomnienie on would have left for a domain system. */
    private static void fillTheRegister(LocalDate day) throws IOException {
        Files.writeString(home.resolve("dropbox/waste/out/upomnienie-" + day + ".csv"), """
                source;reference;account;masked phone;amount;due date;form;first action;days;outcome;file;line
                waste;ODPADY/2026/11/004711;;'+48 *** *** 041;1234,50;2026-11-01;SMS;2026-11-11 08:00:00;14;DELIVERED;x.csv;2
                waste;;61109010140000071219812874;'+48 *** *** 042;10,00;;SMS;2026-11-11 08:00:00;14;;x.csv;3
                """);
    }

    private static Daemon.Run report(LocalDate day) {
        try {
            return daemon.run(Daemon.QUICK, "report", "--date=" + day);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Clicks it out of the page of the day, and adds it up with another library than a clerk's spreadsheet. */
    private static void takeTheWorkbook(String day, String name) throws Exception {
        browser.open(daemon.url("/reports"));
        assertThat(browser.shown(By.cssSelector("canvas[data-table=states-table]")))
                .isTrue();
        browser.open(day);
        browser.click(By.linkText(name));
        Path file = downloads.resolve(name);
        await().atMost(LONG).until(() -> Files.exists(file));
        assertThat(file).hasSameBinaryContentAs(home.resolve("dropbox/outbound").resolve(name));
        try (Workbook workbook = WorkbookFactory.create(file.toFile(), null, true)) {
            Map<String, Double> waste = amounts(workbook.getSheet("Podsumowanie"), "waste");
            double sent = waste.entrySet().stream()
                    .filter(state -> !state.getKey().equals("REJECTED_ROW"))
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            assertThat(sent).isEqualTo(SENT * (SENT + 1) / 2.0);
            assertThat(amounts(workbook.getSheet("Podsumowanie"), "tax").values().stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isEqualTo(HELD * (HELD + 1) / 2.0);
        }
    }

    private static Map<String, Double> amounts(Sheet summary, String source) {
        Map<String, Double> amounts = new java.util.TreeMap<>();
        for (Row row : summary) {
            if (row.getCell(0).getStringCellValue().equals(source)) {
                amounts.put(row.getCell(1).getStringCellValue(), row.getCell(3).getNumericCellValue());
            }
        }
        return amounts;
    }
}
