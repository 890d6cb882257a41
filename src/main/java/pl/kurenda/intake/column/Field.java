package pl.kurenda.intake.column;

import java.util.Locale;

/** What a column of an export may hold. */
public enum Field {
    /** Mobile number of the debtor. */
    PHONE,
    /** What is owed. */
    AMOUNT,
    /** Name of the debtor. */
    NAME,
    /** Until when it is to be paid. */
    DUE,
    /** Where to pay it to (NRB). */
    ACCOUNT,
    /** What the domain system calls the debt. */
    REFERENCE;

    /** The name as settings write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
