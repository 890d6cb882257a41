package pl.kurenda.web.report;

import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pl.kurenda.report.effect.Effect;
import pl.kurenda.report.effect.EffectBook;
import pl.kurenda.report.effect.EffectLine;
import pl.kurenda.report.page.ReportFiles;
import pl.kurenda.web.support.AskedDates;
import pl.kurenda.web.support.MonthChoice;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Shows what was paid after the reminders of a month, and whether the reminders can be the cause. */
@Controller
class EffectController {
    private final Effect effect;
    private final EffectBook book;
    private final ReportFiles files;
    private final PageTexts pageTexts;
    private final Clock clock;

    EffectController(Effect effect, EffectBook book, ReportFiles files, PageTexts pageTexts, Clock clock) {
        this.effect = effect;
        this.book = book;
        this.files = files;
        this.pageTexts = pageTexts;
        this.clock = clock;
    }

    /** @param month {@code 2026-11}; if missing or invalid, the current month */
    @GetMapping("/effect")
    String effect(@RequestParam(defaultValue = "") String month, Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        YearMonth shown = AskedDates.month(month).orElse(YearMonth.now(clock));
        MonthChoice.add(model, shown, YearMonth.now(clock), format, pageTexts.locale());
        Optional<EffectBook.Kept> kept = book.of(shown);
        List<EffectLine> lines = kept.map(EffectBook.Kept::lines).orElse(List.of());
        model.addAttribute(
                "asOf", kept.map(EffectBook.Kept::asOf).map(format::time).orElse(null));
        model.addAttribute("days", EffectLine.DAYS);
        model.addAttribute(
                "lines",
                lines.stream()
                        .map(line -> EffectRow.of(line, effect.letterCost(), format))
                        .toList());
        model.addAttribute("uplifts", UpliftLine.of(lines, pageTexts, format));
        model.addAttribute(
                "files",
                files.ofMonth(shown).stream()
                        .filter(name -> name.startsWith("effect-"))
                        .toList());
        return "effect";
    }
}
