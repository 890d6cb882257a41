package pl.kurenda.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import pl.kurenda.report.Effect;
import pl.kurenda.report.EffectBook;
import pl.kurenda.report.EffectLine;

/** The page that tells what was paid after the reminders of a month, and what can be said about the cause of it. */
@Controller
class EffectController {
    private final Effect effect;
    private final EffectBook book;
    private final Clock clock;

    EffectController(Effect effect, EffectBook book, Clock clock) {
        this.effect = effect;
        this.book = book;
        this.clock = clock;
    }

    /** @param month {@code 2026-11}; without it, or where it is none, the month of today */
    @GetMapping("/effect")
    String effect(@RequestParam(defaultValue = "") String month, Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        YearMonth shown = month(month);
        Optional<EffectBook.Kept> kept = book.of(shown);
        List<EffectLine> lines = kept.map(EffectBook.Kept::lines).orElse(List.of());
        model.addAttribute(
                "asOf", kept.map(EffectBook.Kept::asOf).map(format::time).orElse(null));
        model.addAttribute("month", shown.toString());
        model.addAttribute("before", shown.minusMonths(1).toString());
        model.addAttribute(
                "after",
                shown.isBefore(YearMonth.now(clock)) ? shown.plusMonths(1).toString() : null);
        model.addAttribute("days", EffectLine.DAYS);
        model.addAttribute(
                "lines",
                lines.stream()
                        .map(line -> EffectRow.of(line, effect.letterCost(), format))
                        .toList());
        model.addAttribute(
                "uplifts",
                lines.stream()
                        .filter(line -> line.uplift() != null && line.uplift().isKnown())
                        .toList());
        return "effect";
    }

    private YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            return YearMonth.now(clock);
        }
    }
}
