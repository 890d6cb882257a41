package pl.kurenda.web;

import java.time.Clock;
import java.util.Map;

/** A debt for which an upomnienie falls due, ready to be shown; its cells are those of the file. */
record RegisterRow(
        String source, String reference, String phone, String amount, String due, String first, String outcome) {
    private static final int DAY = 10;

    static RegisterRow of(Map<String, String> cells, Words words, Clock clock) {
        PolishFormat format = new PolishFormat(clock.getZone());
        String first = text(cells, "first action");
        String state = text(cells, "outcome");
        return new RegisterRow(
                text(cells, "source"),
                text(cells, "reference"),
                text(cells, "masked phone"),
                text(cells, "amount") + "\u00a0zł",
                day(text(cells, "due date"), format),
                day(first.length() > DAY ? first.substring(0, DAY) : first, format),
                state.isEmpty() ? "" : words.get("line." + state));
    }

    private static String text(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private static String day(String text, PolishFormat format) {
        return AskedDates.day(text).map(format::day).orElse(text);
    }
}
