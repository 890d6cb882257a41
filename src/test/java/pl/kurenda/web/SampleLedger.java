package pl.kurenda.web;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.ledger.core.ReminderState;

/** Puts files and rows for the pages directly into the tables. */
final class SampleLedger {
    private static final String BATCH = """
            insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset, cell_delimiter,
              state, demo, open, node, fence, received_at, loaded_at)
            values (?, ?, ?, ?, ?, 1, ?, 'UTF-8', ';', ?, true, true, 'test', 1, ?, if(state = 'LOADING', null, received_at))
            """;
    private static final String REMINDER = """
            insert into reminder (id, batch_id, line, source, state, state_at, debt_key, stage, msisdn, masked_phone,
              amount, sender, text, alphabet, segments, cost, not_before, not_after)
            values (?, ?, ?, 'waste', ?, ?, unhex(sha2(?, 256)), 'due', '48600000000', '+48 *** *** 000',
              ?, 'Gmina', 'text', 'GSM7', 1, 0.07, ?, ?)
            """;

    private final JdbcClient jdbc;
    private long id;

    SampleLedger(JdbcClient jdbc) {
        this(jdbc, 0);
    }

    /** @param before the ids of reminders start after this */
    SampleLedger(JdbcClient jdbc, long before) {
        this.jdbc = jdbc;
        this.id = before;
    }

    void batch(long batch, String source, String file, String state, LocalDateTime receivedAt) {
        jdbc.sql(BATCH)
                .params(List.of(batch, source, file, file, "%064x".formatted(batch), receivedAt, state, receivedAt))
                .update();
    }

    void reminders(long batch, ReminderState state, int count, long grosze, LocalDateTime at) {
        for (int i = 0; i < count; i++) {
            id++;
            jdbc.sql(REMINDER)
                    .params(List.of(id, batch, id, state.name(), at, "debt" + id, grosze, at, at.plusDays(1)))
                    .update();
        }
    }

    void rejected(long batch, int count, long grosze) {
        for (int i = 0; i < count; i++) {
            jdbc.sql(
                            "insert into rejected_row (batch_id, line, reason, amount, raw) values (?, ?, 'PHONE_INVALID', ?, 'x')")
                    .params(List.of(batch, 100_000 + i, grosze))
                    .update();
        }
    }

    /** Adds reminders that are held because of their file. */
    void held(long batch, String reason, int count, long grosze, LocalDateTime at) {
        long before = id;
        reminders(batch, ReminderState.HELD, count, grosze, at);
        run("update reminder set reason = ? where id > ?", reason, before);
    }

    /** Sets the figures recorded by loading. */
    void loaded(long batch, int rows, int rejected, int held, int queued) {
        run("""
                update batch set row_count = ?, rejected = ?, held = ?, queued = ?, suppressed = ?, amount_total = 1234567,
                  amount_queued = 1000000, segments = 42, cost = 2.9415 where id = ?""", rows, rejected, held, queued, rows - rejected - held - queued, batch);
    }

    void run(String statement, Object... values) {
        jdbc.sql(statement).params(values).update();
    }

    long lastId() {
        return id;
    }

    long count(String from) {
        return jdbc.sql("select count(*) from " + from).query(Long.class).single();
    }
}
