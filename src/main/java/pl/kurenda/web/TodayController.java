package pl.kurenda.web;

import java.time.Clock;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import pl.kurenda.ledger.SmscIdentity;
import pl.kurenda.report.Overview;

/** The page that tells a clerk in one look what came in today and how far it got. */
@Controller
class TodayController {
    private static final int LATEST = 20;

    private final Overview overview;
    private final SmscIdentity smsc;
    private final Clock clock;

    TodayController(Overview overview, SmscIdentity smsc, Clock clock) {
        this.overview = overview;
        this.smsc = smsc;
        this.clock = clock;
    }

    @GetMapping("/")
    String today(Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        model.addAttribute("smsc", smsc);
        model.addAttribute("asOf", format.time(clock.instant()));
        model.addAttribute("day", DayTable.of(overview.today(), format));
        model.addAttribute("stages", Stage.values());
        model.addAttribute(
                "files",
                overview.latestFiles(LATEST).stream()
                        .map(file -> FileLine.of(file, format))
                        .toList());
        return "today";
    }
}
