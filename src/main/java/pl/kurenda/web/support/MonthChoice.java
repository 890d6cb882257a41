package pl.kurenda.web.support;

import java.time.YearMonth;
import java.util.Locale;
import org.springframework.ui.Model;

/** The month that a page shows and those beside it, with their names in the language of the reader. */
public final class MonthChoice {
    private MonthChoice() {}

    /** Tells the page; there is no month after that of today. */
    public static void add(Model model, YearMonth shown, YearMonth today, PolishFormat format, Locale language) {
        YearMonth before = shown.minusMonths(1);
        YearMonth after = shown.isBefore(today) ? shown.plusMonths(1) : null;
        model.addAttribute("month", shown);
        model.addAttribute("named", format.month(shown, language));
        model.addAttribute("before", before);
        model.addAttribute("beforeNamed", format.month(before, language));
        model.addAttribute("after", after);
        model.addAttribute("afterNamed", after == null ? null : format.month(after, language));
    }
}
