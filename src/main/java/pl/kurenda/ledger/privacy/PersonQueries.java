package pl.kurenda.ledger.privacy;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import pl.kurenda.ledger.core.Utc;

/** Queries for what the tables hold about a number, by kind. The parameters are {@code msisdn} and {@code pattern}. */
final class PersonQueries {
    private static final String OF_THE_NUMBER = """
            in (select id from reminder where msisdn = :msisdn)""";

    static final Map<String, String> BY_KIND = byKind();

    private PersonQueries() {}

    private static Map<String, String> byKind() {
        Map<String, String> queries = new LinkedHashMap<>();
        queries.put("reminders", """
                select r.id, r.source, b.file_name file, b.filed_name filed_as, r.line, b.received_at, r.msisdn phone, r.name,
                  r.reference, r.account, r.amount grosze, r.due, r.state, r.reason, r.state_at, r.sender, r.text,
                  r.segments, r.cost, r.not_before, r.not_after, r.sent_at
                from reminder r join batch b on b.id = r.batch_id where r.msisdn = :msisdn order by r.id""");
        queries.put("segments", """
                select reminder_id, number, state, smsc, message_id, error, answered_at, final_at
                from segment where reminder_id""" + " " + OF_THE_NUMBER + " order by reminder_id, number");
        queries.put("history", """
                select * from (
                  select reminder_id, id, at, who, from_state, to_state, reason from history where reminder_id %1$s
                  union all
                  select reminder_id, id, final_at, who, from_state, state, reason from outcome where reminder_id %1$s) h
                order by reminder_id, id""".formatted(OF_THE_NUMBER));
        queries.put("payments", """
                select p.source, p.paid_on, p.amount grosze, p.origin, p.booked_at from payment p
                where p.debt_key in (select debt_key from reminder where msisdn = :msisdn) order by p.id""");
        queries.put("rejected_rows", """
                select b.source, b.filed_name file, r.line, r.reason, r.column_name, r.value, r.amount grosze, r.raw
                from rejected_row r join batch b on b.id = r.batch_id
                where r.raw <> '' and r.raw regexp :pattern order by r.batch_id, r.line""");
        queries.put("opt_outs", "select msisdn phone, since, who, why from opt_out where msisdn = :msisdn");
        queries.put("opt_out_changes", """
                select msisdn phone, at, opted_out, who, why from opt_out_change where msisdn = :msisdn order by id""");
        queries.put("stop_messages", """
                select smsc, msisdn phone, addressed, received_at, settled_at from stop_request where msisdn = :msisdn order by id""");
        queries.put("unmatched_receipts", """
                select smsc, message_id, msisdn phone, stat, error_code, state, received_at
                from receipt_inbox where msisdn = :msisdn order by id""");
        queries.put("imported_phones", """
                select source, reference, msisdn phone, imported_at from phone_lookup where msisdn = :msisdn""");
        queries.put("looked_at", """
                select at, who, action, reminder_id, why from audit_log where reminder_id %s order by id""".formatted(OF_THE_NUMBER));
        return queries;
    }

    /**
     * Returns the values of a row by the column names of the query. Bytes of unknown charset are readable only as far
     * as they are ASCII.
     *
     * @param zone of the times in the export for the person
     */
    static Map<String, Object> row(ResultSet row, ZoneId zone) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = row.getObject(i);
            if (value instanceof byte[] octets) {
                value = new String(octets, StandardCharsets.UTF_8);
            } else if (value != null && columns.getColumnType(i) == Types.TIMESTAMP) {
                Instant time = Utc.instant(row.getObject(i, LocalDateTime.class));
                value = DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone));
            }
            boolean plain = value == null || value instanceof Number || value instanceof Boolean;
            values.put(columns.getColumnLabel(i), plain ? value : value.toString());
        }
        return values;
    }
}
