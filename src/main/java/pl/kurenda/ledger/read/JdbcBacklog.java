package pl.kurenda.ledger.read;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;

/** Reads the backlog from the database, without sandboxes. */
@Service
public class JdbcBacklog implements Backlog {
    private static final String STATES = """
            select c.state, sum(c.reminders) from state_count c join batch b on b.id = c.batch_id
            where c.state in ('QUEUED', 'UNKNOWN', 'HELD') and b.source not like '%~sandbox' group by c.state""";

    private static final String OPEN_FILES =
            "select id from batch where open and state = 'LOADED' and source not like '%~sandbox'";

    // reads the first index entry of the queued reminders; a join with the files would read all of them
    private static final String OLDEST = """
            select queued_for from reminder force index (reminder_queue)
            where batch_id = :file and queued_for > '1970-01-01' and queued_for <= :now order by queued_for limit 1""";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;

    public JdbcBacklog(LedgerJdbc ledgerJdbc, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    @Override
    public Figures read() {
        Map<String, Long> states = new HashMap<>();
        ledgerJdbc.sql().query(STATES, row -> {
            states.put(row.getString(1), row.getLong(2));
        });
        LocalDateTime now = stateHistory.now();
        Optional<LocalDateTime> oldest = ledgerJdbc.sql().queryForList(OPEN_FILES, Map.of(), Long.class).stream()
                .map(file -> Map.of("file", file, "now", now))
                .flatMap(file -> ledgerJdbc.sql().queryForList(OLDEST, file, LocalDateTime.class).stream())
                .min(Comparator.naturalOrder());
        Long files = ledgerJdbc
                .sql()
                .queryForObject(
                        "select count(*) from batch where state = 'HELD' and source not like '%~sandbox'",
                        Map.of(), Long.class);
        return new Figures(
                states.getOrDefault("QUEUED", 0L),
                oldest.map(due -> Duration.between(due, now)).orElse(Duration.ZERO),
                states.getOrDefault("UNKNOWN", 0L),
                states.getOrDefault("HELD", 0L),
                files == null ? 0 : files);
    }
}
