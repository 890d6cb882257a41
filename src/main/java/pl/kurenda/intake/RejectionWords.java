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
        String key = "reason." + row.reason();
        if (row.reason().equals(Reason.COLUMN_COUNT.name())) {
            // how many columns the header has is not kept
            key += ".OTHER";
        } else if (row.reason().equals(Reason.PHONE_INVALID.name()) && Msisdn.hasLostDigits(row.value())) {
            key += ".DIGITS_LOST";
        }
        return texts.get(key, row.column() == null ? "" : row.column(), HIDDEN);
    }
}
