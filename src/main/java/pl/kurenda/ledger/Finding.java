package pl.kurenda.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * What was noticed about a file as a whole.
 *
 * @param code its name; the texts are in the message bundle {@code gate}
 * @param figures for the text: counts, PLN and per cent of the whole file, nothing of a person
 */
public record Finding(String code, List<String> figures) {
    private static final String BETWEEN = "\t";

    public Finding {
        figures = List.copyOf(figures);
    }

    /** A finding with these figures, written as they are. */
    public static Finding of(String code, Object... figures) {
        return new Finding(code, Arrays.stream(figures).map(String::valueOf).toList());
    }

    static Finding stored(String code, String details) {
        return new Finding(code, List.of(details.split(BETWEEN, -1)));
    }

    String details() {
        return String.join(BETWEEN, figures);
    }

    /** A sentence for people; English where the language has no texts. */
    public String text(Locale locale) {
        String text = ResourceBundle.getBundle(
                        "messages.gate",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString(code);
        for (int i = 0; i < figures.size(); i++) {
            text = text.replace("{" + i + "}", figures.get(i));
        }
        return text;
    }
}
