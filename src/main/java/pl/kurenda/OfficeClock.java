package pl.kurenda;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the clock that all of Kurenda uses, in the time zone of the office. */
@Configuration(proxyBeanMethods = false)
class OfficeClock {

    /** @throws IllegalArgumentException if {@code kurenda.zone} is not the name of a time zone */
    @Bean
    Clock clock(@Value("${kurenda.zone:Europe/Warsaw}") String zone) {
        try {
            return Clock.system(ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "kurenda.zone is '" + zone + "'; allowed: the name of a time zone such as Europe/Warsaw", e);
        }
    }
}
