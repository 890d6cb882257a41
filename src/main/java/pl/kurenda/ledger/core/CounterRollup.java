package pl.kurenda.ledger.core;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Adds the rows of {@code tally_change} to the counters, block by block. Rows are deleted in the transaction in which
 * they are added. Several nodes may do this at once: each takes rows that no other node has.
 */
@Component
public class CounterRollup {
    private static final int BLOCK = 5000;
    private static final int MINUTES_KEPT = 2 * 24 * 60;

    private static final String STATES = """
            insert into state_tally (batch_id, state, reminders, amount)
            select x.batch_id, x.state, sum(x.n), sum(x.a) from (
              select batch_id, to_state state, reminders n, amount a from tally_change where id in (:ids) and to_state is not null
              union all
              select batch_id, from_state, -reminders, -amount from tally_change where id in (:ids) and from_state is not null) x
            group by x.batch_id, x.state order by x.batch_id, x.state
            on duplicate key update reminders = state_tally.reminders + values(reminders),
              amount = state_tally.amount + values(amount)
            """;
    private static final String OUTCOMES = """
            insert into outcome_tally (day, source, state, correction, reminders, amount)
            select c.day, c.source, c.outcome, c.correction, sum(c.reminders), sum(c.amount)
            from tally_change c where c.id in (:ids) and c.outcome is not null
            group by c.day, c.source, c.outcome, c.correction order by c.day, c.source, c.outcome, c.correction
            on duplicate key update reminders = outcome_tally.reminders + values(reminders),
              amount = outcome_tally.amount + values(amount)
            """;
    private static final String MINUTES = """
            insert into send_tally (minute, reminders)
            select cast(date_format(c.at, '%Y-%m-%d %H:%i:00') as datetime) minute, sum(c.reminders)
            from tally_change c where c.id in (:ids) and c.to_state = 'ENROUTE' group by minute order by minute
            on duplicate key update reminders = send_tally.reminders + values(reminders)
            """;

    private final LedgerJdbc ledgerJdbc;

    public CounterRollup(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    /** @param now per-minute counts older than two days before this time are deleted */
    public void fold(LocalDateTime now) {
        while (ledgerJdbc.inTransaction(this::block) == BLOCK) {
            // the next block
        }
        ledgerJdbc.update("delete from send_tally where minute < :old", Map.of("old", now.minusMinutes(MINUTES_KEPT)));
    }

    // no gap is locked (READ COMMITTED) and rows being appended are skipped, so senders do not wait for this
    private int block() {
        List<Long> ids = ledgerJdbc
                .sql()
                .queryForList(
                        "select id from tally_change order by id limit :block for update skip locked",
                        Map.of("block", BLOCK),
                        Long.class);
        if (!ids.isEmpty()) {
            Map<String, Object> values = Map.of("ids", ids);
            ledgerJdbc.update(STATES, values);
            ledgerJdbc.update(OUTCOMES, values);
            ledgerJdbc.update(MINUTES, values);
            ledgerJdbc.update("delete from tally_change where id in (:ids)", values);
        }
        return ids.size();
    }
}
