package pl.kurenda.intake.answer;

import java.util.Locale;
import java.util.regex.Pattern;
import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.text.DueDate;
import pl.kurenda.intake.text.SpreadsheetCell;
import pl.kurenda.intake.text.Texts;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.money.Amount;
import pl.kurenda.money.AmountReading;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Explains rejected rows to people who must not see the contents of the rows. */
public final class RejectionWords {
    /** Unrounded spreadsheet results: 133.9236 is not a valid amount, but it is not ambiguous either. */
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,12}[.,][0-9]{4,20}");

    private static final String HIDDEN = "***";

    private final Texts texts;

    /** @param locale of the reader; English if there are no texts for it */
    public RejectionWords(Locale locale) {
        this.texts = Texts.of(locale);
    }

    /** Explains which column is wrong and what to do. Asterisks replace the cell. */
    public String explain(RejectedLine row) {
        String key = key(row.reason(), row.column(), row.value());
        // the number of header columns is not kept
        String kept = row.reason().equals(Reason.COLUMN_COUNT.name()) ? key + ".OTHER" : key;
        return texts.get(kept, row.column() == null ? "" : row.column(), HIDDEN);
    }

    /**
     * Returns the key of the text that fits best. There are special texts for phones that lost digits or are fillers,
     * for amounts and dates that were cut off, and for dates with a time.
     *
     * @param reason code of the {@link Reason}
     * @param column that is wrong, or null
     * @param value the cell, or null if it is no longer known
     */
    public static String key(String reason, String column, String value) {
        String key = "reason." + reason;
        if (value == null) {
            return key;
        }
        if (reason.equals(Reason.PHONE_INVALID.name())) {
            return Msisdn.hasLostDigits(value) ? key + ".DIGITS_LOST" : isFiller(value) ? key + ".FILLER" : key;
        }
        if (reason.equals(Reason.AMOUNT_INVALID.name())
                && DECIMALS.matcher(value).matches()) {
            return key + ".DECIMALS";
        }
        if (reason.equals(Reason.DUE_DATE_INVALID.name())) {
            return key + dayFlaw(SpreadsheetCell.text(value));
        }
        if (!reason.equals(Reason.UNREADABLE.name()) || column == null) {
            return key;
        }
        return Amount.read(SpreadsheetCell.bare(value)) instanceof AmountReading.Owed ? key + ".CUT" : key + ".CUT_DAY";
    }

    private static String dayFlaw(String day) {
        if (DueDate.read(day).isPresent()) {
            return ".FAR";
        }
        return DueDate.hasTime(day) ? ".TIME" : "";
    }

    private static boolean isFiller(String cell) {
        return Msisdn.read(SpreadsheetCell.phone(cell)) instanceof PhoneReading.Mobile mobile
                && mobile.msisdn().isFiller();
    }
}
