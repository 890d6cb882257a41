package pl.kurenda.message;

import com.cloudhopper.commons.charset.CharsetUtil;
import java.nio.charset.StandardCharsets;

/** Reads segments as a handset would, with a table that is independent of ours. */
final class SmsDecoder {
    private SmsDecoder() {}

    /** The text of all segments, each decoded on its own. A character that was cut in two comes out wrong. */
    static String text(SmsText sms) {
        StringBuilder text = new StringBuilder();
        sms.segments().forEach(segment -> text.append(text(segment, sms.alphabet())));
        return text.toString();
    }

    static String text(byte[] userData, Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> CharsetUtil.decode(userData, CharsetUtil.CHARSET_GSM);
            case UCS2 -> new String(userData, StandardCharsets.UTF_16BE);
        };
    }
}
