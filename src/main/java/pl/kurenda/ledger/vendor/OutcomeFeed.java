package pl.kurenda.ledger.vendor;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.Utc;

/**
 * The feed of outcomes for sources that have API tokens or webhooks. Readers miss no outcome. Outcome ids cannot serve as a
 * cursor, because they do not follow the order of commits. Each pass therefore looks for outcomes without a position among
 * all outcomes of the last days. An outcome that is committed late is found late and gets a late position.
 */
@Service
public class OutcomeFeed {
    private static final int BLOCK = 1000;
    /** No transaction stays open for this many days. */
    private static final int DAYS = 2;
    /** After a pass the feed rests for this many times the duration of the pass. */
    private static final int REST = 10;

    private static final String NEW = """
            select o.id, o.reminder_id, o.source from outcome o force index (outcome_day)
            where o.day >= :since and o.source in (:sources)
              and not exists (select 1 from outcome_feed f where f.outcome_id = o.id)
            order by o.id limit :block""";

    /** One source, in the order of its index. Submissions of other vendors are left out. */
    private static final String OF_SOURCE = """
            (select f.position, f.outcome_id, f.reminder_id from outcome_feed f force index (outcome_feed_source)
              straight_join reminder r on r.id = f.reminder_id straight_join batch b on b.id = r.batch_id
            where f.source = :source%1$d and f.position > :after and f.position <= :head and not exists (
              select 1 from submission s
              where s.source = b.source and s.file_sha256 = b.sha256 and s.file_name = b.file_name and s.vendor <> :vendor)
            order by f.position limit :limit)
            """;

    private static final String PAGE = """
            select p.position, o.id, r.id reminder_id, s.id submission, r.source, b.file_name, r.line, r.reference, r.amount,
              o.state, o.reason, o.segments, o.cost, o.sent_at, o.final_at, o.correction
            from (%s) p
            straight_join outcome o on o.reminder_id = p.reminder_id and o.id = p.outcome_id
            straight_join reminder r on r.id = p.reminder_id
            straight_join batch b on b.id = r.batch_id
            left join submission s on s.source = b.source and s.file_sha256 = b.sha256 and s.file_name = b.file_name
            order by p.position limit :limit""";

    private final LedgerJdbc ledgerJdbc;
    private final ApiTokens tokens;
    private final Clock clock;
    private volatile Instant restsUntil = Instant.MIN;

    public OutcomeFeed(LedgerJdbc ledgerJdbc, ApiTokens tokens, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Gives positions to outcomes that have none. Only one node does this at a time. */
    public void publish() {
        Instant begun = clock.instant();
        if (begun.isBefore(restsUntil)) {
            return;
        }
        Set<String> sources = sources();
        if (!sources.isEmpty()) {
            int block;
            do {
                block = ledgerJdbc.inTransaction(() -> publishBlock(sources));
            } while (block == BLOCK);
        }
        Instant now = clock.instant();
        restsUntil = now.plus(Duration.between(begun, now).multipliedBy(REST));
    }

    /** Returns the sources that a token or webhook can read. */
    private Set<String> sources() {
        Set<String> sources = new TreeSet<>();
        tokens.all().forEach(token -> sources.addAll(token.grant().ledgerNames()));
        ledgerJdbc
                .sql()
                .queryForList("select sources from webhook where ended_at is null", Map.of(), String.class)
                .forEach(names -> sources.addAll(List.of(names.split(","))));
        return sources;
    }

    private int publishBlock(Set<String> sources) {
        List<Head> free = ledgerJdbc
                .sql()
                .query(
                        "select position, seen_to from outcome_feed_head where id = 1 for update skip locked",
                        (rs, n) -> new Head(rs.getLong(1), rs.getObject(2, LocalDate.class)));
        if (free.isEmpty()) {
            // another node is publishing
            return 0;
        }
        Head head = free.get(0);
        LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
        LocalDate since =
                (head.seenTo() == null || head.seenTo().isAfter(today) ? today : head.seenTo()).minusDays(DAYS);
        Map<String, Object> values = new HashMap<>();
        values.put("since", since);
        values.put("sources", sources);
        values.put("block", BLOCK);
        List<MapSqlParameterSource> fresh = ledgerJdbc
                .sql()
                .query(
                        NEW,
                        values,
                        (rs, n) -> new MapSqlParameterSource("position", head.position() + n + 1)
                                .addValue("id", rs.getLong(1))
                                .addValue("reminder", rs.getLong(2))
                                .addValue("source", rs.getString(3)));
        ledgerJdbc.batch(
                "insert into outcome_feed (position, outcome_id, reminder_id, source) values (:position, :id, :reminder, :source)",
                fresh);
        values.put("position", head.position() + fresh.size());
        values.put("today", today);
        if (!fresh.isEmpty() || !today.equals(head.seenTo())) {
            // while there are more outcomes, earlier days are not finished
            String seen = fresh.size() < BLOCK ? ", seen_to = :today" : "";
            ledgerJdbc.update("update outcome_feed_head set position = :position" + seen + " where id = 1", values);
        }
        return fresh.size();
    }

    /**
     * Reads one page of the feed, without submissions of other vendors.
     *
     * @param vendor the vendor that reads
     * @param sources names of sources in the ledger
     * @param after the last position that was read; 0 to start from the beginning
     * @param limit how many at most, 1 or more
     */
    public Page read(String vendor, Collection<String> sources, long after, int limit) {
        long head = head();
        Map<String, Object> values =
                new HashMap<>(Map.of("vendor", vendor, "after", after, "head", head, "limit", limit + 1));
        List<String> parts = new ArrayList<>();
        for (String source : sources) {
            values.put("source" + parts.size(), source);
            parts.add(OF_SOURCE.formatted(parts.size()));
        }
        List<OutcomeEvent> events = parts.isEmpty()
                ? List.of()
                : ledgerJdbc.sql().query(PAGE.formatted(String.join("union all", parts)), values, (rs, n) -> event(rs));
        boolean more = events.size() > limit;
        List<OutcomeEvent> page = more ? events.subList(0, limit) : events;
        long next = more ? page.get(limit - 1).position() : Math.max(after, head);
        return new Page(List.copyOf(page), next, more);
    }

    /** Returns the last position that was given out. */
    public long head() {
        return ledgerJdbc
                .sql()
                .queryForObject("select position from outcome_feed_head where id = 1", Map.of(), Long.class);
    }

    private static OutcomeEvent event(ResultSet rs) throws SQLException {
        return new OutcomeEvent(
                rs.getLong("position"),
                rs.getLong("id"),
                rs.getLong("reminder_id"),
                rs.getString("submission"),
                rs.getString("source"),
                rs.getString("file_name"),
                rs.getInt("line"),
                rs.getString("reference"),
                rs.getLong("amount"),
                ReminderState.valueOf(rs.getString("state")),
                rs.getString("reason"),
                rs.getInt("segments"),
                rs.getBigDecimal("cost"),
                Utc.instant(rs.getObject("sent_at", LocalDateTime.class)),
                Utc.instant(rs.getObject("final_at", LocalDateTime.class)),
                rs.getBoolean("correction"));
    }

    private record Head(long position, LocalDate seenTo) {}

    /**
     * One page of the feed.
     *
     * @param events ordered by position
     * @param next pass this as {@code after} to read the next page
     * @param more whether the next page already has events
     */
    public record Page(List<OutcomeEvent> events, long next, boolean more) {}
}
