package pl.kurenda.ops.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one vendor may ask of the interface.
 *
 * @param requestsAMinute of one token at one daemon, 1 to 100,000
 */
@ConfigurationProperties("kurenda.api")
record ApiSettings(@DefaultValue("300") int requestsAMinute) {
    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException with a sentence on the key, its value and what is allowed. */
    ApiSettings {
        if (requestsAMinute < 1 || requestsAMinute > MOST) {
            throw new IllegalArgumentException(
                    "kurenda.api.requests-a-minute is " + requestsAMinute + "; allowed: 1 to " + MOST);
        }
    }
}
