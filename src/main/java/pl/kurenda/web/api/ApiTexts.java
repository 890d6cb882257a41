package pl.kurenda.web.api;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.springframework.context.i18n.LocaleContextHolder;

/** Texts in the language of the request. */
final class ApiTexts {
    private static final String POLISH = "pl";

    private ApiTexts() {}

    /** Returns the language of the request: Polish, otherwise English. */
    static Locale locale() {
        Locale asked = LocaleContextHolder.getLocale();
        return asked.getLanguage().equals(POLISH) ? asked : Locale.ROOT;
    }

    static String get(String key, Object... details) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "messages.api", locale(), Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        return MessageFormat.format(
                texts.getString(key),
                Arrays.stream(details).map(String::valueOf).toArray());
    }
}
