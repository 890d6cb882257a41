package pl.kurenda.delivery;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What happens to a reminder when it is not known whether it went out. */
public enum OnUnknown {
    /** The reminder is listed, and waits for a person or for a receipt. */
    REPORT,
    /** The reminder is sent again, once, if no receipt comes in the meantime. The resident may get it twice. */
    RESEND;

    /** @throws IllegalArgumentException naming what is allowed */
    static OnUnknown of(String key) {
        return Arrays.stream(values())
                .filter(policy -> policy.name().equalsIgnoreCase(key.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("kurenda.delivery.on-unknown is '" + key
                        + "'; allowed are "
                        + Arrays.stream(values())
                                .map(policy -> policy.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" and "))));
    }
}
