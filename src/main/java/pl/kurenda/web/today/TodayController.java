package pl.kurenda.web.today;

import java.time.Clock;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.report.page.Overview;
import pl.kurenda.web.report.DayTable;
import pl.kurenda.web.support.PolishFormat;
import pl.kurenda.web.support.Stage;

/** Shows a clerk at a glance what arrived today and how far it got. */
@Controller
class TodayController {
    private static final int LATEST = 20;
    private static final int MINUTES = 5;

    private final Overview overview;
    private final SmscIdentity smsc;
    private final SmscLines accounts;
    private final Clock clock;
    private final boolean resends;

    /** @param onUnknown what the settings do with UNKNOWN reminders; the delivery package checks the value */
    TodayController(
            Overview overview,
            SmscIdentity smsc,
            SmscLines accounts,
            Clock clock,
            @Value("${kurenda.delivery.on-unknown:report}") String onUnknown) {
        this.overview = overview;
        this.smsc = smsc;
        this.accounts = accounts;
        this.clock = clock;
        this.resends = onUnknown.strip().equalsIgnoreCase("resend");
    }

    @GetMapping("/")
    String today(Model model) {
        fill(model);
        return "today";
    }

    /** Returns only the changing part of the page. A script replaces the old part with it. */
    @GetMapping("/today/live")
    String live(Model model) {
        fill(model);
        return "today :: live";
    }

    private void fill(Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        model.addAttribute("here", "");
        model.addAttribute("smsc", smsc);
        model.addAttribute("bound", accounts.bound());
        model.addAttribute("accounts", accounts.lines());
        model.addAttribute("rate", format.count(overview.sentAMinute(MINUTES)));
        model.addAttribute("asOf", format.time(clock.instant()));
        model.addAttribute("day", DayTable.of(overview.today(), format));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("resends", resends);
        List<FileLine> files = overview.latestFiles(LATEST).stream()
                .map(file -> FileLine.of(file, format))
                .toList();
        model.addAttribute("files", files);
        model.addAttribute(
                "underWay",
                files.stream().filter(file -> file.progress().running()).count());
    }
}
