package pl.kurenda.web.support;

import java.time.YearMonth;
import java.util.Locale;
import org.springframework.ui.Model;

/** The month that a page shows and the months before and after it, named in the reader's language. */
public final class MonthChoice {
    private MonthChoice() {}

    /** Adds the choice to the page model. It offers no month after the current one. */
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
