package pl.kurenda.ledger.core;

/** Why a valid row is not sent on purpose. */
public enum Suppression {
    /** The resident asked not to be written to. */
    OPTED_OUT,
    /** The same debt with the same amount stands in an earlier row of the file. */
    DUPLICATE_ROW,
    /** The debt has been reminded of already in this campaign stage, by another file. */
    DUPLICATE_DEBT,
    /** The amount is below the minimum of the source. */
    BELOW_MINIMUM,
    /** A newer full export no longer has the debt. */
    PAID,
    /** By chance, to see how many pay without a reminder. */
    HOLD_OUT
}
