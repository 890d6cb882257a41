package pl.kurenda.delivery.receipt;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a delivery receipt, {@code id:… sub:… dlvrd:… submit date:… done date:… stat:… err:… text:…} (SMPP v3.4,
 * appendix B, which calls it vendor specific). The reader is tolerant: fields may come in any order and case, with or
 * without blanks, and may be missing or malformed.
 *
 * @param id message id as written, or null
 * @param stat message state in the words of SMPP v3.4 §5.2.28, or null if the word is not known
 * @param error error code as written, or null
 */
public record DeliveryReceiptText(String id, String stat, String error) {

    private static final Pattern QUOTED_TEXT = Pattern.compile("(?i)(?<![a-z])text\\s*:");
    private static final Pattern ID = Pattern.compile("(?i)(?<![a-z])id\\s*:\\s*([^\\s:]{1,64})(?=\\s|$)");
    private static final Pattern STAT = Pattern.compile("(?i)(?<![a-z])stat(?:us)?\\s*:\\s*([a-z]{1,20})(?![a-z])");
    private static final Pattern ERROR =
            Pattern.compile("(?i)(?<![a-z])err(?:or)?\\s*:\\s*([0-9a-z]{1,16})(?![0-9a-z])");

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("ENROUTE", "ENROUTE"),
            Map.entry("BUFFERED", "ENROUTE"),
            Map.entry("DELIVRD", "DELIVERED"),
            Map.entry("DELIVERED", "DELIVERED"),
            Map.entry("DELIVERD", "DELIVERED"),
            Map.entry("EXPIRED", "EXPIRED"),
            Map.entry("DELETED", "DELETED"),
            Map.entry("UNDELIV", "UNDELIVERABLE"),
            Map.entry("UNDELIVERABLE", "UNDELIVERABLE"),
            Map.entry("UNDELIVERED", "UNDELIVERABLE"),
            Map.entry("FAILED", "UNDELIVERABLE"),
            Map.entry("ACCEPTD", "ACCEPTED"),
            Map.entry("ACCEPTED", "ACCEPTED"),
            Map.entry("UNKNOWN", "UNKNOWN"),
            Map.entry("REJECTD", "REJECTED"),
            Map.entry("REJECTED", "REJECTED"));

    /** Reads what can be read; never fails. */
    public static DeliveryReceiptText read(String text) {
        if (text == null) {
            return new DeliveryReceiptText(null, null, null);
        }
        // what follows "text:" is the beginning of the message itself and may hold anything
        Matcher quoted = QUOTED_TEXT.matcher(text);
        String fields = quoted.find() ? text.substring(0, quoted.start()) : text;
        String stat = find(STAT, fields);
        return new DeliveryReceiptText(
                find(ID, fields), stat == null ? null : WORDS.get(stat.toUpperCase(Locale.ROOT)), find(ERROR, fields));
    }

    /** The word for a message_state (SMPP v3.4 §5.2.28), or null if the number is not 1 to 8. */
    public static String word(int messageState) {
        return switch (messageState) {
            case 1 -> "ENROUTE";
            case 2 -> "DELIVERED";
            case 3 -> "EXPIRED";
            case 4 -> "DELETED";
            case 5 -> "UNDELIVERABLE";
            case 6 -> "ACCEPTED";
            case 7 -> "UNKNOWN";
            case 8 -> "REJECTED";
            default -> null;
        };
    }

    private static String find(Pattern pattern, String text) {
        Matcher match = pattern.matcher(text);
        return match.find() ? match.group(1) : null;
    }
}
