package pl.kurenda.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes ledger rows for a test with its own SQL. Times are UTC, money is in grosze. */
public final class LedgerRows {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private long batches;
    private long reminders;

    public LedgerRows(DataSource dataSource) {
        template = new JdbcTemplate(dataSource);
        jdbc = JdbcClient.create(template);
    }

    /** Adds a file. Its totals are correct once {@link #closed} was called. */
    public long file(String source, String name, String loadedAt) {
        long id = ++batches;
        LocalDateTime at = LocalDateTime.parse(loadedAt);
        jdbc.sql("""
                        insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset,
                          cell_delimiter, state, demo, open, node, fence, received_at, loaded_at)
                        values (?, ?, ?, ?, ?, 1, ?, 'UTF-8', ';', 'LOADED', true, true, 'n', 1, ?, ?)
                        """)
                .params(id, source, name, name, "%064d".formatted(id), at, at, at)
                .update();
        return id;
    }

    /** Sets the totals of a file from its rows. */
    public void closed(long batch) {
        jdbc.sql("""
                        update batch b set
                          rejected = (select count(*) from rejected_row where batch_id = b.id),
                          row_count = rejected + (select count(*) from reminder where batch_id = b.id),
                          amount_total = (select coalesce(sum(amount), 0) from reminder where batch_id = b.id)
                            + (select coalesce(sum(amount), 0) from rejected_row where batch_id = b.id)
                        where id = ?
                        """).param(batch).update();
    }

    public void rejected(long batch, int line, Long grosze) {
        jdbc.sql(
                        "insert into rejected_row (batch_id, line, reason, amount, raw) values (?, ?, 'PHONE_INVALID', ?, 'x')")
                .params(java.util.Arrays.asList(batch, line, grosze))
                .update();
    }

    public long reminder(long batch, int line, String state, long grosze) {
        return reminder(batch, line, state, grosze, "R" + line, 1);
    }

    long reminder(long batch, int line, String state, long grosze, String reference, int segments) {
        long id = ++reminders;
        jdbc.sql("""
                        insert into reminder (id, batch_id, line, source, state, state_at, debt_key, stage, msisdn,
                          masked_phone, amount, due, reference, sender, text, alphabet, segments, cost, not_before,
                          not_after)
                        select ?, id, ?, source, ?, loaded_at, 'k', 's', '48600100200', '+48 *** *** 200', ?,
                          '2026-12-01', ?, 'Gmina', 't', 'GSM', ?, ?, loaded_at, loaded_at from batch where id = ?
                        """)
                .params(id, line, state, grosze, reference, segments, price(segments), batch)
                .update();
        return id;
    }

    /** Adds a change of state of the reminder: its last one or an earlier one. */
    public void change(long reminder, String at, String from, String to) {
        jdbc.sql("insert into history (id, reminder_id, at, who, from_state, to_state)"
                        + " values (nextval(history_seq), ?, ?, 'n', ?, ?)")
                .params(reminder, LocalDateTime.parse(at), from, to)
                .update();
        jdbc.sql("update reminder set state = ?, state_at = ? where id = ?")
                .params(to, LocalDateTime.parse(at), reminder)
                .update();
    }

    public void segment(long reminder, int number, String answeredAt, String messageId) {
        jdbc.sql("""
                        insert into segment (reminder_id, number, state, smsc, message_id, answered_at)
                        values (?, ?, 'ENROUTE', 's', ?, ?)
                        """)
                .params(java.util.Arrays.asList(reminder, number, messageId, LocalDateTime.parse(answeredAt)))
                .update();
    }

    /** Books an outcome of the reminder. If it has segments, it was sent a minute before it became final. */
    public void outcome(long reminder, String day, String finalAt, String state, String reason, int segments) {
        booked(reminder, day, finalAt, state, reason, segments, false);
    }

    void correction(long reminder, String day, String finalAt, String state) {
        booked(reminder, day, finalAt, state, null, 1, true);
    }

    private void booked(
            long reminder, String day, String finalAt, String state, String reason, int segments, boolean correction) {
        LocalDateTime at = LocalDateTime.parse(finalAt);
        List<Object> values = new ArrayList<>(List.of(LocalDate.parse(day), at, state));
        values.add(reason);
        values.addAll(List.of(segments, price(segments)));
        values.add(segments == 0 ? null : at.minusMinutes(1));
        values.addAll(List.of(correction, reminder));
        jdbc.sql("""
                        insert into outcome (id, reminder_id, source, day, final_at, state, reason, segments, cost, sent_at,
                          correction)
                        select nextval(history_seq), id, source, ?, ?, ?, ?, ?, ?, ?, ? from reminder where id = ?
                        """).params(values).update();
    }

    /** Adds a file with this many delivered reminders of one segment each, all on the day the file was loaded. */
    public long many(String source, String name, String loadedAt, int count) {
        long batch = file(source, name, loadedAt);
        String numbers = " from seq_1_to_" + count + " join batch on batch.id = " + batch;
        template.update("""
                insert into reminder (id, batch_id, line, source, state, state_at, debt_key, stage, msisdn, masked_phone,
                  amount, due, reference, sender, text, alphabet, segments, cost, not_before, not_after)
                select 1000000 + seq, batch.id, seq + 1, source, 'DELIVERED', loaded_at, 'k', 's', '48600100200',
                  '+48 *** *** 200', seq, '2026-12-01', concat('REF/', seq), 'Gmina', 't', 'GSM', 1, 0.065, loaded_at,
                  loaded_at
                """ + numbers);
        template.update("""
                insert into outcome (id, reminder_id, source, day, final_at, state, segments, cost, sent_at, correction)
                select nextval(history_seq), 1000000 + seq, source, date(loaded_at), loaded_at, 'DELIVERED', 1, 0.065, loaded_at, false
                """ + numbers);
        template.update("""
                insert into history (id, reminder_id, at, who, from_state, to_state)
                select nextval(history_seq), 1000000 + seq, loaded_at + interval 1 day, 'n', 'ENROUTE', 'DELIVERED'
                """ + numbers);
        template.update("""
                insert into segment (reminder_id, number, state, smsc, message_id, answered_at)
                select 1000000 + seq, 1, 'DELIVERED', 's', seq, loaded_at
                """ + numbers);
        closed(batch);
        return batch;
    }

    private static BigDecimal price(int segments) {
        return new BigDecimal("0.0650").multiply(BigDecimal.valueOf(segments));
    }

    /** Adds files of the 20th and of the 24th; midnight in the office is at 23:00 UTC. */
    public void aDay() {
        long tax = file("tax", "tax.csv", "2026-11-24T07:00:00");
        rejected(tax, 7, 500L);
        rejected(tax, 8, null);
        long delivered = reminder(tax, 2, "ENROUTE", 10_000, "A;\"1\"", 2);
        segment(delivered, 1, "2026-11-24T10:00:00", "a");
        segment(delivered, 2, "2026-11-24T10:00:00", "b");
        change(delivered, "2026-11-24T11:00:00", "ENROUTE", "DELIVERED");
        outcome(delivered, "2026-11-24", "2026-11-24T11:00:00", "DELIVERED", null, 2);
        long failed = reminder(tax, 3, "ENROUTE", 5, "=1+1", 1);
        segment(failed, 1, "2026-11-24T22:59:59.999", "c");
        change(failed, "2026-11-24T22:59:59.999", "ENROUTE", "UNDELIVERABLE");
        outcome(failed, "2026-11-24", "2026-11-24T22:59:59.999", "UNDELIVERABLE", "ERR_27", 1);
        long unknown = reminder(tax, 4, "SUBMITTING", 5_000);
        change(unknown, "2026-11-24T12:00:00", "SUBMITTING", "UNKNOWN");
        reminder(tax, 5, "QUEUED", 600);
        long suppressed = reminder(tax, 6, "SUPPRESSED", 700);
        outcome(suppressed, "2026-11-24", "2026-11-24T07:00:00", "SUPPRESSED", "DUPLICATE_ROW", 0);
        closed(tax);
        long waste = file("waste", "waste.csv", "2026-11-20T07:00:00");
        rejected(waste, 3, null);
        long late = reminder(waste, 2, "ENROUTE", 1_100);
        segment(late, 1, "2026-11-20T07:00:00", "d");
        segment(late, 2, "2026-11-20T07:00:00", null);
        change(late, "2026-11-23T22:59:59", "ENROUTE", "NO_RECEIPT");
        outcome(late, "2026-11-23", "2026-11-23T22:59:59", "NO_RECEIPT", null, 1);
        change(late, "2026-11-24T08:00:00", "NO_RECEIPT", "DELIVERED");
        correction(late, "2026-11-24", "2026-11-24T08:00:00", "DELIVERED");
        closed(waste);
    }
}
