package pl.kurenda.ledger.gate;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * A finding about a file as a whole.
 *
 * @param code its name; the texts are in the message bundle {@code gate}
 * @param figures for the text: counts, PLN and percentages of the whole file, no personal data
 */
public record Finding(String code, List<String> figures) {
    private static final String BETWEEN = "\t";
    private static final Pattern MONEY = Pattern.compile("\\d+\\.\\d{2,4}");

    public Finding {
        figures = List.copyOf(figures);
    }

    /** Makes a finding with these figures, written as they are. */
    public static Finding of(String code, Object... figures) {
        return new Finding(code, Arrays.stream(figures).map(String::valueOf).toList());
    }

    public static Finding stored(String code, String details) {
        return new Finding(code, List.of(details.split(BETWEEN, -1)));
    }

    public String details() {
        return String.join(BETWEEN, figures);
    }

    /** Returns the text for people; English if the language has no texts. */
    public String text(Locale locale) {
        String text = ResourceBundle.getBundle(
                        "messages.gate",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(code);
        for (int i = 0; i < figures.size(); i++) {
            text = text.replace("{" + i + "}", figure(figures.get(i), locale));
        }
        return text;
    }

    /** Formats money: stored as {@code 5940.00}, written in Polish as {@code 5 940,00}. */
    private static String figure(String figure, Locale locale) {
        if (!locale.getLanguage().equals("pl") || !MONEY.matcher(figure).matches()) {
            return figure;
        }
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        symbols.setGroupingSeparator('\u00a0');
        return new DecimalFormat("#,##0.00##", symbols).format(new BigDecimal(figure));
    }
}
