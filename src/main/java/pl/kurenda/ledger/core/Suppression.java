package pl.kurenda.ledger.core;

/** Why a valid row is deliberately not sent. */
public enum Suppression {
    /** The resident asked not to receive messages. */
    OPTED_OUT,
    /** An earlier row of the file has the same debt with the same amount. */
    DUPLICATE_ROW,
    /** Another file has already caused a reminder of the debt in this campaign stage. */
    DUPLICATE_DEBT,
    /** The amount is below the minimum of the source. */
    BELOW_MINIMUM,
    /** A newer full export no longer contains the debt. */
    PAID,
    /** Chosen at random, to see how many pay without a reminder. */
    HOLD_OUT
}
