package pl.kurenda.ledger.phones;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.recipient.Msisdn;

/**
 * Stores and finds phones in the database. Needs no lease. It uses SQL for speed: an import writes and replaces many
 * thousand rows in batches, old rows are deleted in blocks, and the look-up runs for each block of rows while a file is
 * loaded. Through Hibernate the look-up takes two to three times as much processor time.
 */
@Service
public class JdbcPhoneLookup implements PhoneLookup {
    private static final int BLOCK = 1000;

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;

    public JdbcPhoneLookup(LedgerJdbc ledgerJdbc, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    @Override
    public Map<String, Msisdn> find(String source, Collection<String> references) {
        Map<String, Msisdn> found = new HashMap<>();
        if (!references.isEmpty()) {
            ledgerJdbc
                    .sql()
                    .query(
                            "select reference, msisdn from phone_lookup where source = :source and reference in (:all)",
                            Map.of("source", source, "all", references),
                            rs -> {
                                found.put(rs.getString(1), new Msisdn(rs.getString(2)));
                            });
        }
        return found;
    }

    @Override
    public Import replace(String source) {
        LocalDateTime last = ledgerJdbc
                .sql()
                .queryForObject(
                        "select max(imported_at) from phone_lookup where source = :source",
                        Map.of("source", source),
                        LocalDateTime.class);
        LocalDateTime now = stateHistory.now();
        // Clocks of two machines may differ, but this import must look newer than all existing rows.
        return new Blocks(source, last == null || last.isBefore(now) ? now : last.plus(1, ChronoUnit.MILLIS));
    }

    @Override
    public int clear(String source) {
        return remove(source, null);
    }

    /** Removes rows in blocks, so that no transaction grows large. */
    private int remove(String source, LocalDateTime before) {
        Map<String, Object> values = new HashMap<>();
        values.put("source", source);
        values.put("before", before);
        values.put("block", BLOCK);
        int removed = 0;
        int block;
        do {
            block = ledgerJdbc.inTransaction(() -> ledgerJdbc.update("""
                    delete from phone_lookup
                    where source = :source and (:before is null or imported_at < :before) limit :block""", values));
            removed += block;
        } while (block == BLOCK);
        return removed;
    }

    private final class Blocks implements Import {
        private final String source;
        private final LocalDateTime at;
        private final List<MapSqlParameterSource> waiting = new ArrayList<>();
        private boolean any;

        Blocks(String source, LocalDateTime at) {
            this.source = source;
            this.at = at;
        }

        @Override
        public void add(String reference, Msisdn phone) {
            any = true;
            waiting.add(new MapSqlParameterSource("source", source)
                    .addValue("reference", reference)
                    .addValue("msisdn", phone.digits())
                    .addValue("at", at));
            if (waiting.size() == BLOCK) {
                write();
            }
        }

        private void write() {
            ledgerJdbc.transact(() -> ledgerJdbc.batch("""
                    insert into phone_lookup (source, reference, msisdn, imported_at)
                    values (:source, :reference, :msisdn, :at)
                    on duplicate key update msisdn = values(msisdn), imported_at = values(imported_at)""", waiting));
            waiting.clear();
        }

        @Override
        public int finish() {
            write();
            return any ? remove(source, at) : 0;
        }
    }
}
