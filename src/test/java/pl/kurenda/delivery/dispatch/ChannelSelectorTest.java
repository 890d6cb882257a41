package pl.kurenda.delivery.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChannelSelectorTest {
    private final Account best = new Account(0, 1);
    private final Account second = new Account(1, 1);
    private final ChannelSelector<Account> choice = new ChannelSelector<>(List.of(second, best));

    @ParameterizedTest
    @CsvSource({
        // best: usable, slowed, places – second usable – who sends
        "true,  false, 5, true,  best",
        "true,  false, 0, true,  nobody",
        "true,  true,  5, true,  best",
        "true,  true,  0, true,  second",
        "false, false, 5, true,  second",
        "false, true,  0, false, nobody",
    })
    void theNextPriorityHelpsOutOnlyWhileTheBestIsDownOrSlowed(
            boolean usable, boolean slowed, int places, boolean other, String who) {
        best.usable = usable;
        best.slowed = slowed;
        best.places = places;
        second.usable = other;
        assertThat(choice.pick())
                .isEqualTo(
                        switch (who) {
                            case "best" -> Optional.of(best);
                            case "second" -> Optional.of(second);
                            default -> Optional.empty();
                        });
    }

    @Test
    void itComesBackToTheBestOne() {
        best.usable = false;
        assertThat(choice.pick()).contains(second);
        best.usable = true;
        assertThat(choice.pick()).contains(best);
        assertThat(choice.noneUsable()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "3,1,1", "3,1,7", "100,1,10", "70,30,20"})
    void bothGetTheirWeightsPart(int heavy, int light, int block) {
        Account a = new Account(0, heavy);
        Account b = new Account(0, light);
        ChannelSelector<Account> two = new ChannelSelector<>(List.of(a, b));
        Map<Account, Integer> given = send(two, 10_000 / block, block);
        int total = given.values().stream().mapToInt(Integer::intValue).sum();
        assertThat(given.get(a))
                .isBetween(total * heavy / (heavy + light) - 2 * block, total * heavy / (heavy + light) + 2 * block);
    }

    @Test
    void whoWasDownIsOwedNothing() {
        Account a = new Account(0, 1);
        Account b = new Account(0, 1);
        ChannelSelector<Account> two = new ChannelSelector<>(List.of(a, b));
        b.usable = false;
        send(two, 1000, 10);
        b.usable = true;
        Map<Account, Integer> given = send(two, 100, 10);
        assertThat(given).containsEntry(a, 500).containsEntry(b, 500);
    }

    private static Map<Account, Integer> send(ChannelSelector<Account> choice, int times, int block) {
        Map<Account, Integer> given = new HashMap<>();
        for (int n = 0; n < times; n++) {
            Account picked = choice.pick().orElseThrow();
            choice.given(picked, block);
            given.merge(picked, block, Integer::sum);
        }
        return given;
    }

    private static final class Account implements ChannelSelector.Candidate {
        private final int priority;
        private final int weight;
        private boolean usable = true;
        private boolean slowed;
        private int places = 5;

        Account(int priority, int weight) {
            this.priority = priority;
            this.weight = weight;
        }

        @Override
        public int priority() {
            return priority;
        }

        @Override
        public int weight() {
            return weight;
        }

        @Override
        public boolean usable() {
            return usable;
        }

        @Override
        public boolean slowed() {
            return slowed;
        }

        @Override
        public int places() {
            return places;
        }
    }
}
