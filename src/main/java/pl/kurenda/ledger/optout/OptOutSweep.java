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
 * Suppresses waiting reminders of opted-out numbers. An opt-out is committed first; a second transaction then sweeps. A
 * row that the sweep cannot see yet is checked after the commit of the opt-out, at the latest when its file has been
 * loaded. A reminder that returns to QUEUED after the sweep (refused for now, or of unknown outcome) is not claimed,
 * and is suppressed when it is due. A sandbox never uses or shows the real list. It has one opted-out number of its
 * own.
 */
@Component
public class OptOutSweep {
    /** Condition on reminders to claim. */
    public static final String NOT_OPTED_OUT =
            " not exists (select 1 from opt_out o where o.msisdn = reminder.msisdn) ";

    /** Clocks of nodes may differ. Checking a few more opt-outs than needed does no harm. */
    private static final int MARGIN_MINUTES = 60;

    private static final String WHO = "opt-out";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;

    public OptOutSweep(LedgerJdbc ledgerJdbc, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
    }

    /** Returns which of the numbers are opted out for the source. */
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

    /** Suppresses what waits for a number. Runs in the transaction of the caller. */
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

    /** Suppresses rows of a LOADING file whose number was opted out while the file was being loaded. */
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

    /** Suppresses reminders of a file that are due and that the claim skipped because of an opt-out. */
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

    /** A claim is not written to the history, so the history shows QUEUED in place of CLAIMED. */
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
