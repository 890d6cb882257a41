package pl.kurenda.money;

/** The result of reading an amount cell. */
public sealed interface AmountReading {

    /** A sum that is owed. */
    record Owed(Amount amount) implements AmountReading {}

    /** Why there is no sum to ask for. */
    enum Problem implements AmountReading {
        /** The cell is empty. */
        MISSING,
        /** Not a sum of money, or one that could be read in two ways. */
        INVALID,
        /** Zero or less. */
        NOT_POSITIVE
    }
}
