package pl.kurenda.delivery.smsc;

/** Why nobody knows whether a submit went out. The names are kept with the reminder; pages have words for them. */
public enum NoResponse {
    /** None came within the time that is given. */
    NOT_IN_TIME,
    /** The connection ended before it. */
    LOST_BEFORE_ANSWER,
    /** The connection ended while the submit was being written. */
    LOST_WHILE_SENDING,
    /** Something came that is no answer to a submit. */
    ANSWER_UNREADABLE,
    /** A generic_nack that names no error. */
    NACK_WITHOUT_STATUS,
    /** The program failed at it. */
    FAILED
}
