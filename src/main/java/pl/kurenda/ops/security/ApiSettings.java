package pl.kurenda.ops.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Request limits of the vendor API.
 *
 * @param requestsAMinute requests per minute of one token at one daemon, 1 to 100,000
 */
@ConfigurationProperties("kurenda.api")
record ApiSettings(@DefaultValue("300") int requestsAMinute) {
    private static final int MOST = 100_000;

    /** @throws IllegalArgumentException with the key, its value and what is allowed */
    ApiSettings {
        if (requestsAMinute < 1 || requestsAMinute > MOST) {
            throw new IllegalArgumentException(
                    "kurenda.api.requests-a-minute is " + requestsAMinute + "; allowed: 1 to " + MOST);
        }
    }
}
