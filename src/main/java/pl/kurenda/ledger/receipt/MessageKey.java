package pl.kurenda.ledger.receipt;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Normalises message ids for comparison. SMSCs write the same id in upper or lower case and with or without leading
 * zeros.
 */
public final class MessageKey {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern STRANGE = Pattern.compile("[^\\x21-\\x7e]");

    private MessageKey() {}

    /**
     * Returns the key of a message id.
     *
     * @param messageId as the SMSC wrote it, or null
     * @return ASCII in lower case without leading zeros, or null if there is nothing to compare
     */
    public static String of(String messageId) {
        if (messageId == null || messageId.isBlank()) {
            return null;
        }
        String id = messageId.strip().toLowerCase(Locale.ROOT);
        String key = id.startsWith("0") ? LEADING_ZEROS.matcher(id).replaceFirst("") : id;
        return STRANGE.matcher(key).replaceAll("?");
    }
}
