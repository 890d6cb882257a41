package pl.kurenda.intake.row;

import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.reader.RawRecord;
import pl.kurenda.intake.source.HoldOut;
import pl.kurenda.ledger.batch.NewReminder;
import pl.kurenda.ledger.batch.RejectedRow;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.money.Amount;

/** The result of a row so far: first checked, then rendered. */
public sealed interface RowResult {
    /** The most characters that a ledger column holds for a cell. */
    int LONGEST = 255;

    /** A row that passed every check. Its message is not rendered yet. */
    record Owed(RawRecord cut, Debt debt) implements RowResult {}

    /** Returns this result, but suppresses a debt in the control group if it is not suppressed already. */
    default RowResult heldOutBy(HoldOut group) {
        return this instanceof Valid valid
                        && valid.reminder().suppression() == null
                        && group.draws(valid.reminder().debt())
                ? new Valid(valid.reminder().suppressed(Suppression.HOLD_OUT))
                : this;
    }

    /** A row that becomes a reminder. */
    record Valid(NewReminder reminder) implements RowResult {}

    /** A row that goes back to the domain system. */
    record Rejected(RejectedRow rejection) implements RowResult {}

    /**
     * Creates the result for a rejected row.
     *
     * @param cut the row as it is in the file
     * @param reason why it is rejected
     * @param column name of the wrong column, or null if the whole row is wrong
     * @param value the wrong cell, or null
     * @param amount the amount of the row, or null if it could not be read
     */
    static Rejected rejected(RawRecord cut, Reason reason, String column, String value, Amount amount) {
        return new Rejected(new RejectedRow(
                cut.line(), reason.name(), column, shorten(value), amount == null ? null : amount.grosze(), cut.raw()));
    }

    /** Cuts the text to the size of the ledger column. A surrogate pair is not split. */
    static String shorten(String value) {
        if (value == null || value.length() <= LONGEST) {
            return value;
        }
        boolean pair = Character.isHighSurrogate(value.charAt(LONGEST - 1));
        return value.substring(0, pair ? LONGEST - 1 : LONGEST);
    }
}
