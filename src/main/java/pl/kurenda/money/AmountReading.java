package pl.kurenda.money;

/** What an amount cell turned out to be. */
public sealed interface AmountReading {

    /** A sum that is owed. */
    record Owed(Amount amount) implements AmountReading {}

    /** No sum to ask for, and why. */
    enum Problem implements AmountReading {
        /** The cell is empty. */
        MISSING,
        /** Not a sum of money, or one that could be read in two ways. */
        INVALID,
        /** Nothing, or less than nothing. */
        NOT_POSITIVE
    }
}
