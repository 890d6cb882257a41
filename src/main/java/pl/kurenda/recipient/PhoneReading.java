package pl.kurenda.recipient;

/** The result of reading a phone cell. */
public sealed interface PhoneReading {

    /** A mobile number. */
    record Mobile(Msisdn msisdn) implements PhoneReading {}

    /** Why there is no number to send to. */
    enum Problem implements PhoneReading {
        /** The cell is empty. */
        MISSING,
        /** Not a possible number. */
        INVALID,
        /** A valid number that cannot receive SMS, such as a landline. */
        NOT_MOBILE
    }
}
