package pl.kurenda.delivery;

/** Why nobody knows whether a submit went out. The names are kept with the reminder; pages have words for them. */
public enum NoAnswer {
    /** None came within the time that is given. */
    NOT_IN_TIME,
    /** The connection ended before it. */
    LOST_BEFORE_ANSWER,
    /** The connection ended while the submit was being written. */
    LOST_WHILE_SENDING,
    /** It came, but is none that SMPP knows. */
    ANSWER_UNREADABLE,
    /** A generic_nack that names no error. */
    NACK_WITHOUT_STATUS,
    /** It says yes, but not under which id. */
    ANSWER_WITHOUT_ID,
    /** The program failed at it. */
    FAILED
}
