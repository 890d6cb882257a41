package pl.kurendabad.delivery;

import java.time.Clock;
import java.time.Instant;
import org.springframework.context.annotation.Bean;

/** For ArchitectureTest: must not be reported. */
class AsksClock {
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    Instant now(Clock clock) {
        return Instant.now(clock);
    }
}
