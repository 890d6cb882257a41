package pl.kurenda.intake.column;

import java.util.Locale;

/** What a column of an export may hold. */
public enum Field {
    /** Mobile number of the debtor. */
    PHONE,
    /** The amount owed. */
    AMOUNT,
    /** Name of the debtor. */
    NAME,
    /** The day by which it must be paid. */
    DUE,
    /** The account to pay to (NRB). */
    ACCOUNT,
    /** The identifier of the debt in the domain system. */
    REFERENCE;

    /** The name as settings write it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
