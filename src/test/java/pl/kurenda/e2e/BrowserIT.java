package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import pl.kurenda.TestDatabase;

/** The way of a clerk through a real browser. */
class BrowserIT {
    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    Path home;

    @TempDir
    static Path downloads;

    private static Browser browser;

    @BeforeAll
    static void openBrowser() {
        assumeTrue(Browser.installed(), "skipped: no Chromium here (Debian: apt-get install chromium chromium-driver)");
        browser = new Browser(downloads);
    }

    @AfterAll
    static void closeBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void aClerkWatchesAFileAndTakesTheWorkbook() throws Exception {
        try (Daemon daemon = new Daemon(home, settings())) {
            daemon.start(Daemon.QUICK);
            logIn(daemon);
            watchAFile(daemon);
            LocalDate today = report(daemon);
            downloadTheWorkbook(daemon, today);
            for (Dimension size : List.of(Browser.DESKTOP, Browser.PHONE)) {
                walk(daemon, size, today);
            }
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

    private static List<String> settings() {
        return List.of(
                "--spring.datasource.url=" + TestDatabase.url(),
                "--spring.datasource.username=root",
                "--spring.datasource.password=",
                "--kurenda.demo=true",
                "--kurenda.samples=false",
                "--kurenda.admin.password=secret",
                "--kurenda.sources.waste.send-window=always",
                "--kurenda.sources.waste.gate.enabled=false",
                "--kurenda.node=browser");
    }

    private static void logIn(Daemon daemon) {
        browser.open(daemon.url("/"));
        browser.check("login");
        browser.picture("login");
        browser.type("username", "admin");
        browser.type("password", "secret");
        browser.click(By.cssSelector("main [type=submit]"));
        assertThat(browser.text()).contains("No file has come in yet");
    }

    /** The page is opened once, and shows by itself what becomes of the file. */
    private static void watchAFile(Daemon daemon) throws Exception {
        String good = new String(new Export().withHeader(500), StandardCharsets.US_ASCII);
        daemon.drop(
                "waste",
                "october.csv",
                (good + "12;1,00;X\r\n601222333;abc;Y\r\n").getBytes(StandardCharsets.US_ASCII));
        browser.awaitText("october.csv", LONG);
        browser.awaitText("Out of the queue: 500 of 500", LONG);
        browser.awaitText("connected", LONG);
        browser.picture("today-live");
    }

    private static LocalDate report(Daemon daemon) throws Exception {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Warsaw"));
        assertThat(daemon.run("report", "--date=" + today).exitCode()).isZero();
        return today;
    }

    private void downloadTheWorkbook(Daemon daemon, LocalDate day) throws Exception {
        String name = "report-" + day + ".xlsx";
        browser.open(daemon.url("/reports"));
        assertThat(browser.shown(By.cssSelector("canvas[data-table=states-table]")))
                .isTrue();
        browser.click(By.cssSelector("tbody a"));
        browser.click(By.linkText(name));
        Path file = downloads.resolve(name);
        await().atMost(LONG).until(() -> Files.exists(file));
        assertThat(file).hasSameBinaryContentAs(home.resolve("dropbox/outbound").resolve(name));
    }

    private static void walk(Daemon daemon, Dimension size, LocalDate day) {
        browser.size(size);
        browser.open(daemon.url("/"));
        List<String> pages = new java.util.ArrayList<>(browser.menu());
        pages.add(daemon.url("/reports/day?day=" + day));
        for (String page : pages) {
            browser.open(page);
            String name = page.replaceAll("^https?://[^/]*/", "").replaceAll("[^a-z]+", "-");
            browser.picture((size.equals(Browser.PHONE) ? "phone-" : "desktop-") + (name.isEmpty() ? "today" : name));
            browser.check(page + " in " + size);
        }
    }
}
