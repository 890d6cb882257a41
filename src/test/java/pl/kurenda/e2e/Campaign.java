package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/**
 * The long run of random kills, outside {@code mvn verify}: {@code mvn verify -Pcampaign}, with {@code -Dcampaign.rounds},
 * {@code .kills}, {@code .rows}, {@code .latency} (milliseconds of the SMSC) and {@code .seed}. Fails on anything lost, submitted twice or over the bound.
 */
class Campaign {
    @Test
    void nothingIsLostAndNothingGoesTwice(@TempDir Path home) throws Exception {
        KillRounds.Plan plan = new KillRounds.Plan(
                Integer.getInteger("campaign.rounds", 5),
                Integer.getInteger("campaign.kills", 10),
                Integer.getInteger("campaign.rows", 20_000),
                Integer.getInteger("campaign.latency", 100),
                Long.getLong("campaign.seed", new Random().nextLong()));
        System.out.println(plan + "\n" + KillRounds.HEADING);
        try (KillRounds rounds = new KillRounds(home, DatabaseFixture.url(), plan)) {
            for (int number = 1; number <= plan.rounds(); number++) {
                KillRounds.Round round = rounds.run(number);
                System.out.println(round);
                assertThat(round.clean()).as(round.toString()).isTrue();
            }
        }
    }
}
