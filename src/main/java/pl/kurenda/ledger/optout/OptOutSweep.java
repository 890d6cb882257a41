package pl.kurenda.ledger.optout;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;

/**
 * Keeps opt-outs in force. An opt-out is committed first and swept then, in a second transaction: a row that the sweep
 * cannot see yet is checked after the opt-out was committed, at the latest when the loading of its file ends. What comes
 * back to QUEUED after the sweep (refused for now, or of unknown fate) is not claimed, and swept once its turn has come.
 * The list is of real people: a sandbox neither meets nor shows it, and has a number of its own that is opted out.
 */
@Component
public class OptOutSweep {
    /** For the claim, beside the conditions on a reminder. */
    public static final String NOT_OPTED_OUT =
            " not exists (select 1 from opt_out o where o.msisdn = reminder.msisdn) ";

    /** Clocks of nodes may differ; looking at some more opt-outs than needed does no harm. */
    private static final int MARGIN_MINUTES = 60;

    private static final String WHO = "opt-out";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;

    public OptOutSweep(LedgerJdbc ledgerJdbc, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    /** Those of the numbers that are opted out for the source. */
    public Set<String> optedOut(String source, Collection<String> msisdns) {
        if (SandboxSource.is(source)) {
            return Set.of(SandboxSource.OPTED_OUT);
        }
        return msisdns.isEmpty()
                ? Set.of()
                : new HashSet<>(ledgerJdbc
                        .sql()
                        .queryForList(
                                "select msisdn from opt_out where msisdn in (:msisdns)",
                                Map.of("msisdns", Set.copyOf(msisdns)),
                                String.class));
    }

    /** What waits for a number, in the transaction of the caller. */
    void number(String msisdn) {
        suppress(ledgerJdbc
                .sql()
                .query(
                        """
                        select id, state from reminder force index (reminder_msisdn)
                        where msisdn = :msisdn and source <> :own and""" + SandboxSource.NONE + """
                          and state in ('QUEUED', 'HELD', 'CLAIMED')
                        order by id for update""",
                        values("msisdn", msisdn),
                        (rs, n) -> new Found(rs.getLong(1), rs.getString(2))));
    }

    /** What of a file was loaded while its number was being opted out; the file is still LOADING. */
    public void loaded(long batchId) {
        suppress(ledgerJdbc
                .sql()
                .query(
                        """
                        select r.id, r.state
                        from batch b straight_join opt_out o on o.since >= b.received_at - interval :margin minute
                        straight_join reminder r force index (reminder_msisdn) on r.msisdn = o.msisdn and r.batch_id = b.id
                        where b.id = :id and r.state in ('QUEUED', 'HELD') and not b.source like :sandbox
                        order by r.id""",
                        Map.of("id", batchId, "margin", MARGIN_MINUTES, "sandbox", "%" + SandboxSource.ENDING),
                        (rs, n) -> new Found(rs.getLong(1), rs.getString(2))));
    }

    /** What of a file is due and was left by the claim because of its number. */
    public void due(long batchId) {
        ledgerJdbc.transact(() -> suppress(ledgerJdbc
                .sql()
                .query(
                        """
                        select id, state from reminder force index (reminder_queue)
                        where batch_id = :batch and source <> :own and queued_for <= :now and
                        """ + SandboxSource.NONE + "and not" + NOT_OPTED_OUT
                                + " order by id limit 1000 for update skip locked",
                        values("batch", batchId),
                        (rs, n) -> new Found(rs.getLong(1), rs.getString(2)))));
    }

    private Map<String, Object> values(String key, Object value) {
        Map<String, Object> values = new HashMap<>();
        values.put(key, value);
        values.put("own", OptOuts.SOURCE);
        values.put("now", stateHistory.now());
        return values;
    }

    private void suppress(List<Found> found) {
        for (ReminderState from : List.of(ReminderState.QUEUED, ReminderState.HELD, ReminderState.CLAIMED)) {
            List<Long> ids = found.stream()
                    .filter(one -> one.state().equals(from.name()))
                    .map(Found::id)
                    .toList();
            if (!ids.isEmpty()) {
                suppress(from, ids);
            }
        }
    }

    /** A claim leaves no trace in the history, so what was CLAIMED comes from QUEUED there. */
    private void suppress(ReminderState from, List<Long> ids) {
        ledgerJdbc.update("""
                update reminder set state = 'SUPPRESSED', reason = 'OPTED_OUT', state_at = :now
                where id in (:ids) and state = :from""", Map.of("ids", ids, "from", from.name(), "now", stateHistory.now()));
        ReminderState told = from == ReminderState.CLAIMED ? ReminderState.QUEUED : from;
        stateHistory.note(ids, told, ReminderState.SUPPRESSED, WHO, Suppression.OPTED_OUT.name());
        stateHistory.book(ids, false);
    }

    private record Found(long id, String state) {}
}
