package pl.kurenda.delivery.account;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the status of a submit_sm_resp means for the reminder. */
public enum SubmitVerdict {
    /** Accepted, although the status says otherwise; such a status must be named in the settings. */
    ACCEPTED,
    /** Try again later. */
    FOR_NOW,
    /** Try again later, and slow down: the SMSC accepts less than it is sent. */
    THROTTLED,
    /** The SMSC will never accept it. */
    FOR_GOOD,
    /** Nothing can be sent over this bind until it is repaired. */
    BIND_BROKEN;

    /** The name used in the settings, {@code for-now}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<SubmitVerdict> of(String key) {
        return Arrays.stream(values())
                .filter(verdict -> verdict.key().equalsIgnoreCase(key.strip()))
                .findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(SubmitVerdict::key).collect(Collectors.joining(", "));
    }
}
