package pl.kurenda.ledger.privacy;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;

/**
 * Replaces debt keys from which a phone number could be recovered. The key of a debt without a reference is a hash of
 * its phone, and there are few enough phone numbers to try them all. The debt gets a random key, in all rows at once,
 * so its rows stay linked. A keyed hash would need a secret that lives as long as the database and would bring no
 * benefit: a debt that was in no file for so long may be reminded again.
 */
@Component
public class ErasedKeys {
    private static final int BLOCK = 500;

    /** Selects the keys to replace. A key is kept until all reminders with it are erased. */
    private static final String KEYS = """
            select distinct r.debt_key from reminder r force index (reminder_line)
            where r.batch_id = :batch and r.line > :from and r.line <= :to and coalesce(r.reference, '') = ''
              and not exists (select 1 from reminder x force index (reminder_debt)
                where x.debt_key = r.debt_key and x.msisdn <> '')""";

    private final LedgerJdbc ledgerJdbc;
    private final SecureRandom random = new SecureRandom();

    public ErasedKeys(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    void replace(long batch) {
        Map<String, Object> values = new HashMap<>();
        values.put("batch", batch);
        values.put("from", 0);
        values.put("block", BLOCK);
        Integer to = lastOfBlock(values);
        while (to != null) {
            values.put("to", to);
            ledgerJdbc.transact(() -> replaceBlock(values));
            values.put("from", to);
            to = lastOfBlock(values);
        }
    }

    private Integer lastOfBlock(Map<String, Object> values) {
        return ledgerJdbc.sql().queryForObject("""
                        select max(line) from (select line from reminder
                        where batch_id = :batch and line > :from order by line limit :block) block""", values, Integer.class);
    }

    private void replaceBlock(Map<String, Object> values) {
        replaceKeys(ledgerJdbc.sql().queryForList(KEYS, values, byte[].class));
    }

    /**
     * Replaces the keys of reminders of one phone. No other phone has these keys. Runs in the transaction of the
     * caller.
     */
    void replace(List<Long> reminders) {
        if (!reminders.isEmpty()) {
            replaceKeys(
                    ledgerJdbc.sql().queryForList("""
                            select distinct debt_key from reminder r
                            where id in (:ids) and coalesce(reference, '') = '' and not exists (
                              select 1 from reminder x where x.debt_key = r.debt_key and not x.""" + Retention.FINAL + ")", Map.of("ids", reminders), byte[].class));
        }
    }

    private void replaceKeys(List<byte[]> keys) {
        List<MapSqlParameterSource> pairs = keys.stream()
                .map(key -> new MapSqlParameterSource("old", key).addValue("new", fresh()))
                .toList();
        ledgerJdbc.batch("update reminder set debt_key = :new where debt_key = :old", pairs);
        ledgerJdbc.batch("""
                update payment set debt_key = :new, identity = unhex(sha2(uuid(), 256)), erased = true
                where debt_key = :old""", pairs);
    }

    private byte[] fresh() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }
}
