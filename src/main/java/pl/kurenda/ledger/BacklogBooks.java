package pl.kurenda.ledger;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;

/** The backlog in the database, without what is a sandbox's. */
@Service
class BacklogBooks implements Backlog {
    private static final String STATES = """
            select c.state, sum(c.reminders) from state_count c join batch b on b.id = c.batch_id
            where c.state in ('QUEUED', 'UNKNOWN', 'HELD') and b.source not like '%~sandbox' group by c.state""";

    // the first entry of the index for each open file; min() would read them all
    private static final String OLDEST = """
            select min(x.due) from (
              select (select r.queued_for from reminder r force index (reminder_queue)
                where r.batch_id = b.id and r.queued_for is not null order by r.queued_for limit 1) due
              from batch b where b.open and b.state = 'LOADED' and b.source not like '%~sandbox') x
            where x.due <= :now""";

    private final Books books;
    private final Changes changes;

    BacklogBooks(Books books, Changes changes) {
        this.books = books;
        this.changes = changes;
    }

    @Override
    public Figures read() {
        Map<String, Long> states = new HashMap<>();
        books.sql().query(STATES, row -> {
            states.put(row.getString(1), row.getLong(2));
        });
        LocalDateTime now = changes.now();
        LocalDateTime oldest = books.sql().queryForObject(OLDEST, Map.of("now", now), LocalDateTime.class);
        Long files = books.sql()
                .queryForObject(
                        "select count(*) from batch where state = 'HELD' and source not like '%~sandbox'",
                        Map.of(), Long.class);
        return new Figures(
                states.getOrDefault("QUEUED", 0L),
                oldest == null ? Duration.ZERO : Duration.between(oldest, now),
                states.getOrDefault("UNKNOWN", 0L),
                states.getOrDefault("HELD", 0L),
                files == null ? 0 : files);
    }
}
