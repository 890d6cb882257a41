package pl.kurenda.intake.column;

import pl.kurenda.money.AmountReading;
import pl.kurenda.recipient.PhoneReading;

/** Why a row is rejected, in the order of the checks. The first reason found is given. */
public enum Reason {
    /** More or fewer cells than the header or the other rows. */
    COLUMN_COUNT,
    /** Bad quoting, bytes that are invalid in the charset, or a cell over 64 KiB. */
    UNREADABLE,
    /** No phone. */
    PHONE_MISSING,
    /** Not a phone number. */
    PHONE_INVALID,
    /** A phone that cannot receive SMS. */
    PHONE_NOT_MOBILE,
    /** No amount. */
    AMOUNT_MISSING,
    /** Not an amount, or one that could be read in two ways. */
    AMOUNT_INVALID,
    /** An amount of zero or less. */
    AMOUNT_NOT_POSITIVE,
    /** Not a date of the calendar. */
    DUE_DATE_INVALID,
    /** Not an account number. */
    ACCOUNT_INVALID,
    /** The rendered text takes more than six segments. */
    TEXT_TOO_LONG;

    public static Reason of(PhoneReading.Problem problem) {
        return switch (problem) {
            case MISSING -> PHONE_MISSING;
            case INVALID -> PHONE_INVALID;
            case NOT_MOBILE -> PHONE_NOT_MOBILE;
        };
    }

    public static Reason of(AmountReading.Problem problem) {
        return switch (problem) {
            case MISSING -> AMOUNT_MISSING;
            case INVALID -> AMOUNT_INVALID;
            case NOT_POSITIVE -> AMOUNT_NOT_POSITIVE;
        };
    }
}
