package pl.kurenda.recipient;

/** What a phone cell turned out to be. */
public sealed interface PhoneReading {

    /** A mobile number. */
    record Mobile(Msisdn msisdn) implements PhoneReading {}

    /** No number to send to, and why. */
    enum Problem implements PhoneReading {
        /** The cell is empty. */
        MISSING,
        /** Not a possible number. */
        INVALID,
        /** A valid number that takes no SMS, such as a landline. */
        NOT_MOBILE
    }
}
