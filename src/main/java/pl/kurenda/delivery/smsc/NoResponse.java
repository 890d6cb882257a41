package pl.kurenda.delivery.smsc;

/** Why it is not known whether a submit went out. The names are stored with the reminder; pages show words for them. */
public enum NoResponse {
    /** No response came in time. */
    NOT_IN_TIME,
    /** The connection ended before the response. */
    LOST_BEFORE_ANSWER,
    /** The connection ended while the submit was being written. */
    LOST_WHILE_SENDING,
    /** The response was not one to a submit. */
    ANSWER_UNREADABLE,
    /** A generic_nack that names no error. */
    NACK_WITHOUT_STATUS,
    /** An error in this program. */
    FAILED
}
