package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** A handful of kills at random moments; {@link Campaign} has more. */
class RandomKillsIT {
    @Test
    void nothingIsLostAndNothingGoesTwice(@TempDir Path home) throws Exception {
        KillRounds.Plan plan =
                new KillRounds.Plan(1, 5, 2000, 50, Long.getLong("campaign.seed", new Random().nextLong()));
        System.out.println(plan);
        try (KillRounds rounds = new KillRounds(home, DatabaseFixture.url(), plan)) {
            KillRounds.Round round = rounds.run(1);
            System.out.println(KillRounds.HEADING + "\n" + round);
            assertThat(round.clean()).as(plan + "\n" + round).isTrue();
        }
    }
}
