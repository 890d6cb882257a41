package pl.kurenda.intake.row;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.batch.SendTimes;

class ExpiryTest {
    private static final Duration EXPIRE_AFTER = Duration.ofDays(3);
    private static final Instant NOW = Instant.parse("2026-12-23T21:00:00Z");

    @Test
    void itCountsFromTheNextOpeningOfTheSource() {
        Instant opening = Instant.parse("2026-12-28T07:00:00Z");
        SendTimes openings = (source, from) -> source.equals("waste") ? opening : from;
        assertThat(NOW.plus(RowSteps.expiry(EXPIRE_AFTER, openings, NOW, "waste")))
                .isEqualTo("2026-12-31T07:00:00Z");
        assertThat(RowSteps.expiry(EXPIRE_AFTER, openings, NOW, "tax")).isEqualTo(EXPIRE_AFTER);
    }
}
