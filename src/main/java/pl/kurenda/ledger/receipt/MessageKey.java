package pl.kurenda.ledger.receipt;

import java.util.Locale;
import java.util.regex.Pattern;

/** Message ids as they are compared: SMSCs write the same id in either case and with or without leading zeros. */
public final class MessageKey {
    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");
    private static final Pattern STRANGE = Pattern.compile("[^\\x21-\\x7e]");

    private MessageKey() {}

    /**
     * @param messageId as an SMSC wrote it, or null
     * @return lower case, without leading zeros, ASCII, or null where there is nothing to compare
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
