package pl.kurenda.ledger.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;

class NodeLeaseTest {
    private final LedgerFixture ledger = new LedgerFixture();

    @Test
    void tellsHowManyShareTheDatabase() {
        LedgerFixture.Node north = ledger.node("north");
        assertThat(north.lease.living()).isEqualTo(1);
        LedgerFixture.Node south = ledger.node("south");
        assertThat(south.lease.living()).isEqualTo(2);
        north.lease.start();
        await().until(() -> north.lease.living() == 2);
        ledger.dies(south);
        await().until(() -> north.lease.living() == 1);
        assertThat(north.lease.valid()).isTrue();
        north.lease.stop();
    }
}
