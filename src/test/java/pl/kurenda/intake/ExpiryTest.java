package pl.kurenda.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.kurenda.MovableClock;

class ExpiryTest {
    private final MovableClock clock = new MovableClock("2026-12-23T21:00:00Z");

    @Test
    void itCountsFromTheNextOpeningOfTheSource() {
        Instant opening = Instant.parse("2026-12-28T07:00:00Z");
        Expiry expiry =
                new Expiry(Duration.ofDays(3), (source, from) -> source.equals("waste") ? opening : from, clock);
        assertThat(clock.instant().plus(expiry.of("waste"))).isEqualTo("2026-12-31T07:00:00Z");
        assertThat(expiry.of("tax")).isEqualTo(Duration.ofDays(3));
    }
}
