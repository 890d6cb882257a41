package pl.kurenda.ledger.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.core.LedgerJdbc;

/** The cost of checking, several times a second, whether there is something to send. */
class OpenBatchesTest {
    private static final int DONE = 200_000;

    private final LedgerFixture ledger = new LedgerFixture();
    private final LedgerFixture.Node a = ledger.node("a");

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "HELD", "SUBMITTING", "QUEUED"})
    void aLargeFileOfWhichOneRowIsOpenIsNotReadThrough(String last) {
        a.load("x.csv", List.of(ledger.row(900_000)));
        ledger.run("""
                insert into reminder (id, batch_id, line, source, state, state_at, debt_key, stage, msisdn, masked_phone,
                  amount, sender, text, alphabet, segments, cost, not_before, not_after)
                select 1000000 + seq, batch_id, 2 + seq, source, 'DELIVERED', state_at, debt_key, stage, msisdn,
                  masked_phone, amount, sender, text, alphabet, segments, cost, not_before, not_after
                from reminder join seq_1_to_%d where line = 900000""".formatted(DONE));
        ledger.run("update reminder set state = '" + last + "', not_before = not_before + interval 1 hour"
                + " where line = 900000");
        assertThat(rowsReadByAClaim()).isLessThan(DONE / 100);
        assertThat(ledger.count("batch where open")).isEqualTo(1);
    }

    @Test
    void aFileIsClosedOnceItsLastRowIsSettled() {
        a.load("x.csv", 2);
        List<ClaimedReminder> reminders = a.submitting(2);
        a.accepted(reminders.get(0), "77");
        assertThat(a.submitting(1)).isEmpty();
        assertThat(ledger.count("batch where open")).isEqualTo(1);
        a.accepted(reminders.get(1), "78");
        assertThat(a.submitting(1)).isEmpty();
        assertThat(ledger.count("batch where open")).isZero();
    }

    private long rowsReadByAClaim() {
        LedgerJdbc books = ledger.books();
        return books.inTransaction(() -> {
            books.sql().getJdbcOperations().execute("flush status");
            assertThat(a.dispatches.claim(10, source -> true)).isEmpty();
            return books
                    .sql()
                    .query("show session status like 'Handler_read%'", Map.of(), (rs, n) -> rs.getLong(2))
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
        });
    }
}
