package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.assertj.core.api.AbstractStringAssert;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a screen, as a clerk uses it. */
final class Browser implements AutoCloseable {
    static final Dimension DESKTOP = new Dimension(1280, 900);
    static final Dimension PHONE = new Dimension(360, 780);
    /** What WCAG 1.4.10 asks for: a desktop at 400 %. */
    static final Dimension NARROWEST = new Dimension(320, 640);

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target/browser");

    private static final int TABS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;
    private final String axe = axe();

    /** @param downloads where files go */
    Browser(Path downloads) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run");
        options.setExperimentalOption(
                "prefs", Map.of("intl.accept_languages", "en", "download.default_directory", downloads.toString()));
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.SEVERE);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(new File(DRIVER.toString()))
                        .usingAnyFreePort()
                        .build(),
                options);
        size(DESKTOP);
    }

    static boolean installed() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    void open(String address) {
        driver.get(address);
    }

    /** Where it is, without what follows a {@code #}. */
    String address() {
        return driver.getCurrentUrl().replaceAll("#.*", "");
    }

    /** As somebody who reads that language, and whose machine is set to {@code dark} or {@code light}. */
    void reader(String language, String scheme) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** Whether a table has to be pushed sideways to be read. */
    boolean sideways() {
        return (boolean) driver.executeScript(
                "return [...document.querySelectorAll('.scroll')].some(part => part.scrollWidth > part.clientWidth)");
    }

    /** In how many lines the menu stands. */
    long linesOfTheMenu() {
        return (long) driver.executeScript(
                "return new Set([...document.querySelectorAll('header nav a')].map(link => link.offsetTop)).size");
    }

    /** The window of a desktop is never as narrow as a telephone: the size is that of a device. */
    void size(Dimension size) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", size.width, "height", size.height, "deviceScaleFactor", 1, "mobile", false));
        assertThat(driver.executeScript("return window.innerWidth"))
                .as("width of the window")
                .isEqualTo((long) size.width);
    }

    /** As it would come out of the printer. */
    void paper(boolean printed) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", printed ? "print" : ""));
    }

    void forgetLogin() {
        driver.manage().deleteAllCookies();
    }

    /** Goes through the page with the keyboard: what has the focus, and where one can type, is to be seen (WCAG 1.4.11). */
    void checkEdges(String name) {
        assertThat((List<?>) driver.executeScript(BrowserScripts.CONTRAST + BrowserScripts.FIELDS))
                .as("edges of fields of " + name)
                .isEmpty();
        for (int i = 0; i < TABS; i++) {
            driver.switchTo().activeElement().sendKeys(Keys.TAB);
            assertThat((List<?>) driver.executeScript(BrowserScripts.CONTRAST + BrowserScripts.FOCUS))
                    .as("focus on " + name)
                    .isEmpty();
        }
    }

    void type(String field, String text) {
        driver.findElement(By.id(field)).sendKeys(text);
    }

    void click(By what) {
        driver.findElement(what).click();
    }

    boolean shown(By what) {
        List<WebElement> found = driver.findElements(what);
        return !found.isEmpty() && found.get(0).isDisplayed();
    }

    /** What is to be read; while one page follows another, that of the next. */
    String text() {
        return new WebDriverWait(driver, PATIENCE)
                .ignoring(StaleElementReferenceException.class)
                .until(page -> page.findElement(By.tagName("body")).getText());
    }

    /** The page, or the one that follows a click, says all of this; on a busy machine it may take its time to come. */
    AbstractStringAssert<?> sees(String... texts) {
        for (String text : texts) {
            awaitText(text, PATIENCE);
        }
        return assertThat(text());
    }

    /** Waits until the page says it, without touching it. */
    void awaitText(String text, Duration longest) {
        new WebDriverWait(driver, longest).until(page -> text().contains(text));
    }

    /** The addresses of the menu that are pages of ours. */
    List<String> menu() {
        return driver.findElements(By.cssSelector("header nav a")).stream()
                .map(link -> link.getDomProperty("href"))
                .filter(address -> !address.contains("/actuator"))
                .toList();
    }

    /** Nothing that keeps anybody from using the page, nothing beside it, no script or style that was refused. */
    void check(String name) {
        driver.executeScript(axe);
        assertThat((List<?>) driver.executeAsyncScript(BrowserScripts.AXE))
                .as("axe on " + name)
                .isEmpty();
        fits(name);
        assertThat(driver.manage().logs().get(LogType.BROWSER).getAll())
                .as("errors of " + name)
                .isEmpty();
    }

    /** The same of a page that says what went wrong, which the browser notes as an error. */
    void checkError(String name) {
        driver.manage().logs().get(LogType.BROWSER);
        check(name);
    }

    /** Nothing of the page is beside it, so that nobody has to push it sideways. */
    void fits(String name) {
        assertThat((List<?>) driver.executeScript(BrowserScripts.WIDER))
                .as("what of " + name + " is wider than the window")
                .isEmpty();
    }

    /** Writes target/browser/name.png: what the window shows. */
    void picture(String name) {
        write(name, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** The same of all that is below it, too. */
    void wholePicture(String name) {
        Map<?, ?> page = (Map<?, ?>)
                driver.executeCdpCommand("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
        Object width = driver.executeScript("return window.innerWidth");
        Map<String, Object> all = Map.of("x", 0, "y", 0, "width", width, "height", page.get("height"), "scale", 1);
        Map<String, Object> picture =
                driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true, "clip", all));
        write(name, Base64.getDecoder().decode((String) picture.get("data")));
    }

    private static void write(String name, byte[] png) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String axe() {
        try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
