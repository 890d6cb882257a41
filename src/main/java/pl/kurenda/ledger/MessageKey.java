package pl.kurenda.ledger;

import java.util.Locale;

/** Message ids as they are compared: SMSCs write the same id in either case and with or without leading zeros. */
public final class MessageKey {
    private MessageKey() {}

    /**
     * @param messageId as an SMSC wrote it, or null
     * @return lower case, without leading zeros, ASCII, or null where there is nothing to compare
     */
    public static String of(String messageId) {
        if (messageId == null || messageId.isBlank()) {
            return null;
        }
        String key = messageId.strip().toLowerCase(Locale.ROOT).replaceFirst("^0+(?=.)", "");
        return key.replaceAll("[^\\x21-\\x7e]", "?");
    }
}
