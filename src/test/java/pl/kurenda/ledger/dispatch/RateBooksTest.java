package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;

class RateBooksTest {
    private static final Duration BLOCK = Duration.ofSeconds(10);

    private final LedgerFixture ledger = new LedgerFixture();
    private final RateBlocks a = ledger.node("a").rate;
    private final RateBlocks b = ledger.node("b").rate;

    @Test
    void blocksOfAllNodesFollowOneAnother() {
        List<Duration> waits = IntStream.range(0, 6)
                .mapToObj(n -> (n % 2 == 0 ? a : b).reserve("plus", Duration.ofSeconds(2)))
                .toList();
        assertThat(waits.get(0)).isZero();
        for (int n = 1; n < 6; n++) {
            // the time since the first block began is not waited for
            assertThat(waits.get(n)).isBetween(Duration.ofSeconds(2L * n - 2), Duration.ofSeconds(2L * n));
        }
    }

    @Test
    void manyAtOnceShareOneTimeLine() {
        List<Duration> reserved = IntStream.range(0, 200)
                .parallel()
                .mapToObj(n -> (n % 2 == 0 ? a : b).reserve("plus", Duration.ofMillis(100)))
                .toList();
        assertThat(reserved).hasSize(200);
        long ahead = ledger.count("smsc_rate where free_from > utc_timestamp(6) + interval 5 second");
        assertThat(ahead).as("20 s of blocks, none of them given twice").isEqualTo(1);
    }

    @Test
    void eachSmscHasItsOwnTimeLine() {
        a.reserve("plus", BLOCK);
        assertThat(b.reserve("era", BLOCK)).isZero();
    }

    @Test
    void afterAPauseABlockBeginsAtOnce() {
        a.reserve("plus", BLOCK);
        ledger.jdbc
                .sql("update smsc_rate set free_from = utc_timestamp(6) - interval 1 hour")
                .update();
        assertThat(b.reserve("plus", BLOCK)).isZero();
        assertThat(a.reserve("plus", BLOCK)).isBetween(Duration.ofSeconds(8), BLOCK);
    }

    @Test
    void aClockThatWasSetBackDoesNotStopTheSending() {
        a.reserve("plus", BLOCK);
        ledger.jdbc
                .sql("update smsc_rate set free_from = utc_timestamp(6) + interval 1 hour")
                .update();
        assertThat(b.reserve("plus", BLOCK)).isZero();
    }
}
