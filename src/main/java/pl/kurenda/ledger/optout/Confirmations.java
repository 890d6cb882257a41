package pl.kurenda.ledger.optout;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.NodeIdentity;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.recipient.Msisdn;

/**
 * Queues the confirmation of an opt-out. It is a batch of its own with one reminder that asks for no payment, so it is
 * dispatched, matched to receipts, reported and billed like any other. The fingerprint of the batch is derived from the
 * request, so the database refuses a second confirmation.
 */
@Component
public class Confirmations {
    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final NodeLease lease;
    private final SmscIdentity smsc;

    public Confirmations(LedgerJdbc ledgerJdbc, StateHistory stateHistory, NodeLease lease, SmscIdentity smsc) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.lease = lease;
        this.smsc = smsc;
    }

    /** Runs in the transaction of the caller. */
    public void queue(long requestId, Msisdn phone, Confirmation confirmation) {
        Map<String, Object> values = values(requestId, phone, confirmation);
        values.put("batch", next("batch_seq"));
        ledgerJdbc.update("""
                insert into batch (id, source, file_name, filed_name, sha256, size_bytes, file_modified, charset,
                  cell_delimiter, state, demo, open, node, fence, received_at, loaded_at, expires_at, row_count, queued,
                  segments, cost, typical)
                values (:batch, :source, :file, :file, sha2(:file, 256), 0, :now, 'UTF-8',
                  ';', 'LOADED', :demo, true, :node, :fence, :now, :now, :until, 1, 1,
                  :segments, :cost, false)""", values);
        // Hibernate reserves a block of ids for each step of the sequence. This step is used for one id only, so the id
        // is unique.
        values.put("id", next("reminder_seq"));
        ledgerJdbc.update("""
                insert into reminder (id, batch_id, line, source, state, state_at, debt_key, stage, msisdn, masked_phone,
                  amount, sender, text, alphabet, segments, cost, not_before, not_after)
                values (:id, :batch, 1, :source, 'QUEUED', :now, unhex(sha2(:file, 256)), 'none', :msisdn, :masked,
                  0, :sender, :text, :alphabet, :segments, :cost, :now, :until)""", values);
        stateHistory.tally().queued((Long) values.get("batch"), OptOuts.SOURCE, 0, stateHistory.now());
    }

    private Map<String, Object> values(long requestId, Msisdn phone, Confirmation confirmation) {
        LocalDateTime now = stateHistory.now();
        Map<String, Object> values = new HashMap<>();
        values.put("source", OptOuts.SOURCE);
        values.put("file", OptOuts.SOURCE + "-" + requestId);
        values.put("demo", smsc.simulator());
        NodeIdentity node = lease.identity();
        values.put("node", node.name());
        values.put("fence", node.fence());
        values.put("now", now);
        values.put("until", now.plus(confirmation.worth()));
        values.put("msisdn", phone.digits());
        values.put("masked", phone.masked());
        values.put("sender", confirmation.sender());
        values.put("text", confirmation.text());
        values.put("alphabet", confirmation.alphabet());
        values.put("segments", confirmation.segments());
        values.put("cost", confirmation.cost());
        return values;
    }

    private Long next(String sequence) {
        return ledgerJdbc.sql().queryForObject("select next value for " + sequence, Map.of(), Long.class);
    }
}
