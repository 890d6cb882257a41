package pl.kurenda.ops.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code kurenda.metrics.…}.
 *
 * @param token allows a request with {@code Authorization: Bearer …} to read the metrics and nothing else; without it
 *     only the administrator can. A token is used because a password would be hashed at each scrape, which takes a
 *     tenth of a second.
 */
@ConfigurationProperties("kurenda.metrics")
record MetricsSettings(String token) {
    private static final int SHORTEST = 20;

    MetricsSettings {
        if (token != null && (token.length() < SHORTEST || !token.chars().allMatch(c -> c > ' ' && c < 0x7f))) {
            throw new IllegalArgumentException("kurenda.metrics.token has " + token.length() + " signs; allowed: "
                    + SHORTEST + " or more ASCII signs without spaces, as openssl rand -hex 24 makes");
        }
    }

    /** @param authorization the header, or null */
    boolean opens(String authorization) {
        return token != null
                && authorization != null
                && MessageDigest.isEqual(octets("Bearer " + token), octets(authorization));
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "MetricsSettings[token=" + (token == null ? "none" : "***") + "]";
    }
}
