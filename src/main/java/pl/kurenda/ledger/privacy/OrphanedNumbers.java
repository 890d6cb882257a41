package pl.kurenda.ledger.privacy;

import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;

/** Erases numbers outside reminder files that are no longer used. */
@Component
public class OrphanedNumbers {
    private static final int BLOCK = 1000;

    private static final String RECEIPTS = """
            delete from receipt_inbox where state in ('IGNORED', 'UNMATCHED') and received_at < :before limit :block""";
    private static final String REQUESTS = "delete from stop_request where settled_at < :before limit :block";

    /**
     * Erases the numbers of opt-outs that were taken back. For numbers that are still opted out, when and why stay known,
     * because the objection holds until it is withdrawn.
     */
    private static final String OPTED_IN = """
            update opt_out_change set msisdn = '' where at < :before and msisdn <> ''
              and msisdn not in (select msisdn from opt_out) limit :block""";

    private static final String PHONES = "delete from phone_lookup where imported_at < :before limit :block";

    /** Identities made from a phone, an account or a reference that no debt had. */
    private static final String PAYMENTS = """
            update payment set identity = unhex(sha2(uuid(), 256)), erased = true
            where debt_key is null and not erased and booked_at < :before limit :block""";

    private final LedgerJdbc ledgerJdbc;

    public OrphanedNumbers(LedgerJdbc ledgerJdbc) {
        this.ledgerJdbc = ledgerJdbc;
    }

    /** @return number of imported phones that were removed */
    int erase(LocalDateTime before) {
        inBlocks(RECEIPTS, before);
        inBlocks(REQUESTS, before);
        inBlocks(OPTED_IN, before);
        inBlocks(PAYMENTS, before);
        return inBlocks(PHONES, before);
    }

    private int inBlocks(String statement, LocalDateTime before) {
        int all = 0;
        int block;
        do {
            block = ledgerJdbc.inTransaction(
                    () -> ledgerJdbc.update(statement, Map.of("before", before, "block", BLOCK)));
            all += block;
        } while (block == BLOCK);
        return all;
    }
}
