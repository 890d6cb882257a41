package pl.kurenda.ledger.core;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;

/**
 * Writes the audit log, in the transaction of the caller if there is one. Entries about many reminders use SQL: the
 * table assigns the ids, so Hibernate would insert them one by one.
 */
@Service
public class JpaAuditLog implements AuditLog {
    private static final int LONGEST_OBJECT = 190;

    private final AuditRepository entries;
    private final LedgerJdbc ledgerJdbc;
    private final Clock clock;

    public JpaAuditLog(AuditRepository entries, LedgerJdbc ledgerJdbc, Clock clock) {
        this.entries = entries;
        this.ledgerJdbc = ledgerJdbc;
        this.clock = clock;
    }

    @Override
    public void note(String who, String action, String object, String why) {
        entries.save(new AuditEntity(now(), Actor.cutWho(who), action, Actor.cutWhy(why)).about(cut(object)));
    }

    /** Adds an entry about a file. */
    public void file(String action, long batchId, String who, String why) {
        entries.save(new AuditEntity(now(), who, action, why).aboutFile(batchId));
    }

    /** Adds an entry for each reminder. */
    public void reminders(String action, Collection<Long> ids, String who, String why) {
        Map<String, Object> common = new HashMap<>();
        common.put("at", now());
        common.put("who", who);
        common.put("action", action);
        common.put("why", why);
        ledgerJdbc.batch(
                """
                insert into audit_log (at, who, action, reminder_id, why) values (:at, :who, :action, :reminder, :why)""",
                ids.stream()
                        .map(id -> new MapSqlParameterSource(common).addValue("reminder", id))
                        .toList());
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private static String cut(String object) {
        return object == null || object.length() <= LONGEST_OBJECT ? object : object.substring(0, LONGEST_OBJECT);
    }
}
