package pl.kurenda.ledger.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.recipient.Msisdn;

/** The dry run and the ledger detect a shifted column by the same rule. */
class ShiftedAmountTest {
    private static final String ACCOUNT = "61109010140000071219812874";

    @Test
    void sqlAndJavaAgree() {
        LedgerFixture ledger = new LedgerFixture();
        LedgerFixture.Node node = ledger.node("alive");
        long[] amounts = {
            99,
            1219,
            12198,
            121981,
            10900,
            109000,
            109010,
            100000,
            90101400,
            123456,
            50123400,
            501234500,
            48501234567L,
            501234567,
            5012345,
            700,
            200000
        };
        List<Boolean> java = new ArrayList<>();
        List<Boolean> sql = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            for (String account : new String[] {ACCOUNT, null}) {
                java.add(BatchFacts.isShifted(amounts[i], account, new Msisdn("48501234567")));
                ReleasePolicy asking = new ReleasePolicy(
                        facts -> {
                            sql.add(facts.shifted() == 1);
                            return List.of();
                        },
                        ReleasePolicy.NONE.budget(),
                        ReleasePolicy.NONE.canary(),
                        false,
                        true);
                node.load(i + " " + account, List.of(ledger.rowOf(2, "48501234567", amounts[i], account)), asking);
                // of another debt next time
                ledger.run("update reminder set state = 'WITHDRAWN'");
            }
        }
        assertThat(java).isEqualTo(sql).contains(true, false);
    }
}
