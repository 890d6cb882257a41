package pl.kurenda.web.support;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts in the reader's language. */
@Component
public class PageTexts {
    /** For a text of several segments, the reason names the segment. */
    private static final Pattern SEGMENT = Pattern.compile("segment (\\d+)/(\\d+) (.*)");
    /** A list of payments: its number and its name. */
    private static final Pattern PAYMENTS = Pattern.compile("payments \\d+ (.*)");
    /** A command_status, by name or number, and its meaning in English. */
    private static final Pattern STATUS = Pattern.compile("(ESME_[A-Z_]+|0x[0-9a-f]{8})( .*)?");
    /** The error in a receipt; only the operator can interpret it. */
    private static final Pattern RECEIPT = Pattern.compile("err:(.+)");

    private static final Pattern FAILURE = Pattern.compile("\\w+(Exception|Error)");
    /** Reasons stored before they had codes. */
    private static final Map<String, String> OLD = Map.of(
            "no answer in time", "NOT_IN_TIME",
            "connection lost before the answer", "LOST_BEFORE_ANSWER",
            "connection lost while it was sent", "LOST_WHILE_SENDING",
            "the answer cannot be read", "ANSWER_UNREADABLE",
            "a nack without status", "NACK_WITHOUT_STATUS",
            "an answer without a message id", "ANSWER_WITHOUT_ID",
            "the route did not reach the SMSC", "ROUTE_BROKEN",
            "no session", "NO_SESSION",
            "failed", "FAILED",
            "STOP by SMS", "STOP_BY_SMS");

    private final MessageSource texts;

    PageTexts(MessageSource texts) {
        this.texts = texts;
    }

    public Locale locale() {
        return LocaleContextHolder.getLocale();
    }

    public String get(String key, Object... values) {
        return texts.getMessage(key, values, locale());
    }

    /** Returns the text for an action in the audit log, or its code if there is no text. */
    public String action(String code) {
        return texts.getMessage("audit." + code, null, code, locale());
    }

    /** Returns who did it: the name of a person or daemon unchanged, or a text for automatic actions. */
    public String who(String name) {
        if (name == null) {
            return "";
        }
        Matcher payments = PAYMENTS.matcher(name);
        return payments.matches()
                ? get("who.payments", payments.group(1))
                : texts.getMessage("who." + name, null, name, locale());
    }

    /** Returns the text for a reason. A reason typed by a person, or one without a text, stays unchanged. */
    public String reason(String code) {
        if (code == null) {
            return "";
        }
        Matcher segment = SEGMENT.matcher(code);
        return segment.matches()
                ? get("why.segment", segment.group(1), segment.group(2), reason(segment.group(3)))
                : simple(code);
    }

    private String simple(String code) {
        Matcher status = STATUS.matcher(code);
        if (status.matches()) {
            String name = status.group(1);
            String words = texts.getMessage("why." + name, null, "", locale());
            return words.isEmpty() ? get("why.status", name) : words + " (" + name + ")";
        }
        Matcher receipt = RECEIPT.matcher(code);
        if (receipt.matches()) {
            return get("why.receipt", receipt.group(1));
        }
        String failure = FAILURE.matcher(code).matches() ? get("why.failure", code) : code;
        return texts.getMessage("why." + OLD.getOrDefault(code, code), null, failure, locale());
    }
}
