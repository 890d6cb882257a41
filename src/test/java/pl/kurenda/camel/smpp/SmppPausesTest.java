package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SmppPausesTest {
    private final SmppPauses pauses = SmppPauses.standard();

    @Test
    void theyDoubleUpToTheLongest() {
        List<Duration> all =
                Stream.iterate(pauses.first(), pauses::after).limit(8).toList();
        assertThat(all).extracting(Duration::toSeconds).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void chanceKeepsManyClientsFromComingBackAtOnce() {
        List<Duration> all = Stream.generate(() -> pauses.jittered(Duration.ofSeconds(8)))
                .limit(1000)
                .toList();
        assertThat(all).allMatch(pause -> pause.toMillis() >= 6000 && pause.toMillis() <= 8000);
        assertThat(all.stream().distinct()).hasSizeGreaterThan(100);
    }
}
