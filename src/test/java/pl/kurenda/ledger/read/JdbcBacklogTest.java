package pl.kurenda.ledger.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.ServiceFixture;

class JdbcBacklogTest {

    @Test
    void depthAgeAndWhatWaitsForAPerson() {
        LedgerFixture ledger = new LedgerFixture();
        Backlog backlog = ServiceFixture.backlog(ledger);
        assertThat(backlog.read()).isEqualTo(new Backlog.Figures(0, Duration.ZERO, 0, 0, 0));
        ledger.load("a.csv", 3);
        ledger.holdFile("b.csv", 30);
        ledger.clock().advance(Duration.ofMinutes(2));
        ledger.load("c.csv", 1);
        ledger.run("update reminder set state = 'UNKNOWN' where line = 2 and batch_id = (select min(id) from batch)");
        Backlog.Figures figures = backlog.read();
        assertThat(figures.oldest()).isEqualTo(Duration.ofMinutes(2));
        assertThat(figures.unknown()).isOne();
        assertThat(figures.heldFiles()).isOne();
        assertThat(figures.queued() + figures.held() + figures.unknown())
                .isEqualTo(ledger.count("reminder where state in ('QUEUED', 'HELD', 'UNKNOWN')"));
        ledger.run("update batch set source = 'waste~sandbox' where file_name = 'b.csv'");
        assertThat(backlog.read().heldFiles()).as("a joint test wakes nobody").isZero();
        assertThat(backlog.read().held()).isZero();
        ledger.run("update reminder set not_before = not_before + interval 1 day where state = 'QUEUED'");
        assertThat(backlog.read().oldest()).as("nothing could be sent now").isZero();
    }
}
