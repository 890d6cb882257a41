package pl.kurenda.delivery;

/** What a refused submit means for the reminder. */
public enum SubmitVerdict {
    /** Try again later. */
    FOR_NOW,
    /** Try again later, and slow down: the SMSC takes less than it is given. */
    THROTTLED,
    /** It will never be taken. */
    FOR_GOOD,
    /** Nothing can be sent over this bind until somebody mends it. */
    BIND_BROKEN
}
