package pl.kurenda.ops.security;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a login lasts.
 *
 * @param longest longest session, even if in use; 5 minutes to 7 days, default 12 hours; idle sessions end after
 *     {@code server.servlet.session.timeout}
 */
@ConfigurationProperties("kurenda.session")
public record SessionSettings(@DefaultValue("12h") Duration longest) {
    public SessionSettings {
        if (longest.compareTo(Duration.ofMinutes(5)) < 0 || longest.compareTo(Duration.ofDays(7)) > 0) {
            throw new IllegalArgumentException(
                    "kurenda.session.longest is '" + longest + "'; allowed is a time from 5m to 7d such as 12h");
        }
    }
}
