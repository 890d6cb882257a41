package pl.kurenda.intake.text;

import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of this package for people, from its message bundle. */
public final class Texts {
    public static final Texts POLISH = new Texts(Locale.forLanguageTag("pl"));
    public static final Texts ENGLISH = new Texts(Locale.ROOT);

    private final ResourceBundle bundle;

    private Texts(Locale locale) {
        bundle = ResourceBundle.getBundle(
                "messages.intake",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The texts in a language, or in English if that language has none. */
    public static Texts of(Locale locale) {
        return new Texts(locale);
    }

    /** The text for the key, with {@code {0}}, {@code {1}} … replaced. */
    public String get(String key, String... arguments) {
        String text = bundle.getString(key);
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", arguments[i] == null ? "" : arguments[i]);
        }
        return text;
    }
}
