package pl.kurenda.delivery;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import pl.kurenda.message.AlphabetPolicy;
import pl.kurenda.message.SmsText;
import pl.kurenda.recipient.StopWords;

/**
 * What happens when a resident asks for no more reminders.
 *
 * @param words that ask for it, in any spelling
 * @param confirmation text that is sent back, once; {@code none} for nothing
 * @param sender of the confirmation, for messages that were not addressed to a number; empty to use the address that
 *     the resident wrote to
 */
@ConfigurationProperties("kurenda.optout")
public record OptOutSettings(
        @DefaultValue({"STOP", "WYPISZ", "REZYGNUJE"}) List<String> words,

        @DefaultValue("Nie będziemy już wysyłać przypomnień SMS na ten numer.")
        String confirmation,

        @DefaultValue("") String sender) {
    private static final String NONE = "none";

    /** @throws IllegalArgumentException with a sentence that names the key, the value and what is allowed */
    public OptOutSettings {
        words = List.copyOf(words);
        sender = sender.strip();
        try {
            new StopWords(words);
        } catch (IllegalArgumentException e) {
            throw wrong("words", String.join(",", words), "words with commas between them, such as STOP,WYPISZ");
        }
        if (confirmation.isBlank() || text(confirmation).isTooLong()) {
            throw wrong("confirmation", confirmation, "a text of at most 6 segments, or none");
        }
        if (!sender.isEmpty() && !sender.matches("\\+?[0-9]{3,15}|[A-Za-z0-9 ._-]{1,11}")) {
            throw wrong("sender", sender, "1 to 11 letters without diacritics and digits, or a number");
        }
    }

    private static IllegalArgumentException wrong(String key, String value, String allowed) {
        String found = value.isBlank() ? "empty" : value;
        return new IllegalArgumentException("kurenda.optout." + key + " is " + found + "; allowed: " + allowed);
    }

    /** The text of the confirmation, if one is sent. */
    Optional<SmsText> answer() {
        return confirmation.strip().equalsIgnoreCase(NONE) ? Optional.empty() : Optional.of(text(confirmation));
    }

    private static SmsText text(String confirmation) {
        return SmsText.of(confirmation.strip(), AlphabetPolicy.TRANSLITERATE);
    }
}
