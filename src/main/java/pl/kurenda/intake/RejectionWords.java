package pl.kurenda.intake;

import java.util.Locale;
import pl.kurenda.ledger.RejectedLine;
import pl.kurenda.recipient.Msisdn;

/** Explains rejected rows to people who are not to see what stood in them. */
public final class RejectionWords {
    private static final String HIDDEN = "***";

    private final Texts texts;

    /** @param locale the reader's; English where there are no texts in it */
    public RejectionWords(Locale locale) {
        this.texts = Texts.of(locale);
    }

    /** Which column, and what to do about it; asterisks where the cell would stand. */
    public String explain(RejectedLine row) {
        String key = key(row.reason(), row.column(), row.value());
        // how many columns the header has is not kept
        String kept = row.reason().equals(Reason.COLUMN_COUNT.name()) ? key + ".OTHER" : key;
        return texts.get(kept, row.column() == null ? "" : row.column(), HIDDEN);
    }

    /** The text that fits best: phones that lost digits and amounts that were cut have their own. */
    static String key(String reason, String column, String value) {
        String key = "reason." + reason;
        if (reason.equals(Reason.PHONE_INVALID.name()) && Msisdn.hasLostDigits(value)) {
            return key + ".DIGITS_LOST";
        }
        return reason.equals(Reason.UNREADABLE.name()) && column != null ? key + ".CUT" : key;
    }
}
