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

/** Explains rejected rows to people who are not to see what stood in them. */
public final class RejectionWords {
    /** As spreadsheets reckon: 133.9236 is no amount, and nothing that can be read in two ways either. */
    private static final Pattern DECIMALS = Pattern.compile("[0-9]{1,12}[.,][0-9]{4,20}");

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

    /**
     * The text that fits best: phones that lost digits or only fill the cell, amounts and days that were cut, days with a time
     * have their own.
     *
     * @param value the cell, or null where it is not known any more
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
