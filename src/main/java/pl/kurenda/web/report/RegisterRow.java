package pl.kurenda.web.report;

import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;
import pl.kurenda.web.support.AskedDates;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** A debt due for an upomnienie, ready for display. Its cells are those of the file. */
record RegisterRow(
        String source, String reference, String phone, String amount, String due, String first, String outcome) {
    private static final int DAY = 10;
    private static final Pattern MONEY = Pattern.compile("\\d{1,15},\\d\\d");

    static RegisterRow of(Map<String, String> cells, PageTexts pageTexts, Clock clock) {
        PolishFormat format = new PolishFormat(clock.getZone());
        String first = text(cells, "first action");
        String state = text(cells, "outcome");
        return new RegisterRow(
                text(cells, "source"),
                reference(cells),
                text(cells, "masked phone"),
                amount(text(cells, "amount"), format),
                day(text(cells, "due date"), format),
                day(first.length() > DAY ? first.substring(0, DAY) : first, format),
                state.isEmpty() ? "" : pageTexts.get("line." + state));
    }

    /** Returns what the clerk knows the debt by: its reference, or its account if it has none. */
    private static String reference(Map<String, String> cells) {
        String reference = text(cells, "reference");
        return reference.isEmpty() ? text(cells, "account") : reference;
    }

    private static String amount(String text, PolishFormat format) {
        return MONEY.matcher(text).matches() ? format.money(Long.parseLong(text.replace(",", ""))) : text;
    }

    private static String text(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static String day(String text, PolishFormat format) {
        return AskedDates.day(text).map(format::day).orElse(text);
    }
}
