package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.By;

/** Looks at every page there is: on a desktop, on a telephone, in the dark, on paper, and when it is no longer up to date. */
final class PageWalk {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Browser browser;
    private final Daemon daemon;
    private final DatabaseView books;

    PageWalk(Browser browser, Daemon daemon, DatabaseView books) {
        this.browser = browser;
        this.daemon = daemon;
        this.books = books;
    }

    /** All pages of the menu; gives their addresses. */
    List<String> menu() {
        browser.open(daemon.url("/"));
        List<String> pages = new ArrayList<>(browser.menu());
        pages.forEach(this::look);
        return pages;
    }

    /** Opens it, unless it is open. */
    void look(String page) {
        if (!page.equals(browser.address())) {
            browser.open(page);
        }
        browser.wholePicture("desktop-" + name(page));
        browser.check(page);
        browser.checkEdges(page);
    }

    /** A reminder of unknown fate, and an effect with a group that was held out. */
    void fill(LocalDate today) {
        books.run("""
                insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset, cell_delimiter,
                  state, demo, open, node, fence, received_at, loaded_at)
                select 9000, 'water', 'woda.csv', 'woda.csv', repeat('9', 64), 1, file_modified, charset, cell_delimiter,
                  'LOADED', true, false, node, fence, received_at, loaded_at from batch order by id limit 1""");
        books.run("""
                insert into reminder (id, batch_id, line, source, state, state_at, reason, debt_key, stage, msisdn, masked_phone,
                  amount, sender, text, alphabet, segments, cost, not_before, not_after)
                select 900000, 9000, 2, 'water', 'UNKNOWN', state_at, 'NOT_IN_TIME', unhex(repeat('9', 64)), stage, '48609999999',
                  '+48 *** *** 999', 4200, sender, text, alphabet, segments, cost, not_before, not_after
                from reminder order by id limit 1""");
        String month = today.toString().substring(0, 7);
        books.run("replace into effect_month values ('" + month + "', now())");
        books.run("delete from effect_line where month = '" + month + "'");
        effect(month, "0, 'waste', '{office}: prosimy o opłatę {amount} zł', 1", 3120, "null, null, null, null");
        effect(month, "1, 'waste', 'total', 0", 3120, "900, 495, 100, 38");
        effect(month, "2, 'tax', '{office}: podatek {amount} zł, termin {due}', 1", 1480, "null, null, null, null");
        effect(month, "3, 'tax', 'total', 0", 1480, "null, null, null, null");
        effect(month, "4, 'total', 'total', 0", 4600, "null, null, null, null");
    }

    /** Each asked for 120 zł; of a hundred 13, 28, 43 and 55 were paid. */
    private void effect(String month, String which, int sent, String groups) {
        books.run(
                "insert into effect_line values ('" + month + "', " + which + ", " + sent + ", " + sent * 12_000L + ", "
                        + sent * 0.07 + ", " + sent * 13 / 100 + ", " + sent * 28 / 100 + ", " + sent * 43 / 100 + ", "
                        + sent * 55 / 100 + ", " + sent / 40 + ", " + sent * 1_560L + ", " + sent * 3_360L + ", "
                        + sent * 5_160L
                        + ", " + sent * 6_600L + ", " + groups + ")");
    }

    /** Pages that are empty on most days. */
    List<String> lookAtWhatIsSeldomThere() {
        browser.open(daemon.url("/opt-outs"));
        browser.type("phone", "609 111 222");
        browser.type("why", "asked by letter");
        browser.click(By.cssSelector("main form [type=submit]"));
        browser.sees("+48 *** *** 222", "asked by letter");
        List<String> pages =
                List.of("/opt-outs", "/unknown", "/messages/900000", "/effect", "/reports/register", "/audit");
        List<String> addresses = pages.stream().map(daemon::url).toList();
        addresses.forEach(this::look);
        browser.open(daemon.url("/unknown"));
        browser.sees("No answer in time", "Send again");
        browser.open(daemon.url("/effect"));
        assertThat(browser.shown(By.cssSelector("canvas[data-table=money-table]")))
                .isTrue();
        browser.sees("waste: of 900 debts");
        browser.paper(true);
        browser.picture("paper-effect");
        browser.paper(false);
        browser.open(daemon.url("/nothing"));
        browser.sees("No such page");
        browser.checkError("the error page");
        return addresses;
    }

    /** Polish words are longer, and colours on a dark ground are others. */
    void readInPolishInTheDark(List<String> pages) {
        browser.reader("pl", "dark");
        for (String page : pages) {
            browser.open(page);
            browser.picture("dark-" + name(page));
            browser.check(page + " in the dark");
            browser.checkEdges(page + " in the dark");
        }
        for (String page : List.of("/", "/reports")) {
            browser.open(daemon.url(page));
            assertThat(browser.sideways()).as(page + " in Polish").isFalse();
            assertThat(browser.linesOfTheMenu()).as("lines of the menu").isEqualTo(1);
        }
        browser.reader("en", "light");
        browser.open(daemon.url("/"));
        browser.click(By.className("language"));
        browser.sees("Ostatnie pliki");
        browser.click(By.className("language"));
        browser.sees("Latest files");
    }

    /** Stopped by the reader, logged out, or without a daemon: old figures are not taken for new ones. */
    void seeWhenItIsNotUpToDate() {
        browser.size(Browser.DESKTOP);
        browser.open(daemon.url("/"));
        By stop = By.cssSelector("[data-live-control] button");
        browser.click(stop);
        browser.sees("Updating has been stopped", "Go on updating");
        browser.click(stop);
        assertThat(browser.text()).doesNotContain("Updating has been stopped");
        browser.forgetLogin();
        browser.awaitText("you are logged out", LONG);
        browser.picture("today-logged-out");
        browser.click(By.cssSelector("[data-live-login]"));
        browser.type("username", "admin");
        browser.type("password", "secret");
        browser.click(By.cssSelector("main [type=submit]"));
        browser.awaitText("Latest files", LONG);
        daemon.close();
        browser.awaitText("the server does not answer", LONG);
        browser.picture("today-stale");
    }

    /** What axe finds does not depend on the size; whether it fits does, and Polish words are longer. */
    void walkOnATelephone(List<String> pages) {
        browser.open(daemon.url("/"));
        browser.click(By.className("language"));
        browser.sees("Ostatnie pliki");
        for (String page : pages) {
            browser.size(Browser.PHONE);
            browser.open(page);
            browser.wholePicture("phone-" + name(page));
            browser.fits(page + " on a telephone");
            assertThat(browser.sideways())
                    .as("a part of " + page + " is beside the telephone")
                    .isFalse();
            browser.size(Browser.NARROWEST);
            browser.open(page);
            browser.fits(page + " at four times its size");
        }
        browser.open(daemon.url("/"));
        browser.click(By.className("language"));
        browser.sees("Latest files");
    }

    static String name(String page) {
        String name = page.replaceAll("^https?://[^/]*/", "").replaceAll("[^a-z]+", "-");
        return name.isEmpty() ? "today" : name;
    }
}
