package pl.kurenda.ledger.optout;

import java.time.LocalDateTime;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.recipient.Msisdn;

/**
 * Manages the numbers that get no reminders. An opt-out holds for all sources. New rows of such a number start as
 * {@link Suppression#OPTED_OUT}, waiting reminders are suppressed, and the dispatch skips the number. Needs no lease.
 */
@Service
public class OptOuts {
    /** Source of the messages that confirm an opt-out. No domain system may have this name. */
    public static final String SOURCE = "opt-out";

    private static final String ADDED = "OPT_OUT_ADDED";
    private static final String REMOVED = "OPT_OUT_REMOVED";

    private final LedgerJdbc ledgerJdbc;
    private final OptOutRepository optOuts;
    private final OptOutChangeRepository history;
    private final AuditLog audit;
    private final StateHistory stateHistory;
    private final OptOutSweep sweep;

    public OptOuts(
            LedgerJdbc ledgerJdbc,
            OptOutRepository optOuts,
            OptOutChangeRepository history,
            AuditLog audit,
            StateHistory stateHistory,
            OptOutSweep sweep) {
        this.ledgerJdbc = ledgerJdbc;
        this.optOuts = optOuts;
        this.history = history;
        this.audit = audit;
        this.stateHistory = stateHistory;
        this.sweep = sweep;
    }

    /**
     * Opts a number out and suppresses its waiting reminders: QUEUED, HELD and CLAIMED, of which nothing has been sent.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @return false if it was opted out before
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    public boolean add(Msisdn phone, String who, String why) {
        return add(phone, null, who, why);
    }

    /**
     * Opts a number out as {@link #add} does, for a vendor that uses the API.
     *
     * @param vendor that asks for it
     */
    public void addFor(String vendor, Msisdn phone, String who, String why) {
        add(phone, vendor, who, why);
    }

    private boolean add(Msisdn phone, String vendor, String who, String why) {
        String person = Actor.who(who);
        String reason = Actor.why(why);
        boolean added = ledgerJdbc.inTransaction(() -> {
            boolean entered = enter(phone, vendor, person, reason);
            if (entered) {
                audit.note(person, ADDED, phone.masked(), reason);
            }
            return entered;
        });
        sweep(phone);
        return added;
    }

    /**
     * Opts a number out as {@link #add} does, at the request of the resident, without an entry in the audit log. Runs
     * in the transaction of the caller, who calls {@link #sweep} afterwards.
     */
    public boolean enter(Msisdn phone, String who, String why) {
        return enter(phone, null, Actor.who(who), Actor.why(why));
    }

    public void sweep(Msisdn phone) {
        ledgerJdbc.transact(() -> sweep.number(phone.digits()));
    }

    private boolean enter(Msisdn phone, String vendor, String who, String why) {
        LocalDateTime now = stateHistory.now();
        boolean added = optOuts.insertUnlessThere(phone.digits(), phone.masked(), now, who, why, vendor) == 1;
        if (added) {
            history.save(new OptOutChangeEntity(phone, now, true, who, why));
        } else {
            // Someone else asks for the same opt-out, so from now on no vendor may remove it.
            optOuts.takeFromOtherVendor(phone.digits(), vendor == null ? "" : vendor);
        }
        return added;
    }

    /**
     * Removes an opt-out. The number is reminded again from the next export on.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @return false if it was not opted out
     * @throws IllegalArgumentException if who or why is blank or too long
     */
    public boolean remove(Msisdn phone, String who, String why) {
        String person = Actor.who(who);
        String reason = Actor.why(why);
        return ledgerJdbc.inTransaction(() -> removed(optOuts.remove(phone.digits()), phone, person, reason));
    }

    /**
     * Removes an opt-out as {@link #remove} does, but only if this vendor alone asked for it. A vendor cannot undo what
     * a resident, the office or another vendor also asked for.
     *
     * @return false if it was not opted out, or not by that vendor alone
     */
    public boolean removeOf(String vendor, Msisdn phone, String who, String why) {
        String person = Actor.who(who);
        String reason = Actor.why(why);
        return ledgerJdbc.inTransaction(() -> removed(optOuts.removeOf(vendor, phone.digits()), phone, person, reason));
    }

    private boolean removed(int rows, Msisdn phone, String who, String why) {
        if (rows == 1) {
            history.save(new OptOutChangeEntity(phone, stateHistory.now(), false, who, why));
            audit.note(who, REMOVED, phone.masked(), why);
        }
        return rows == 1;
    }

    /** Passes on all opt-outs, ordered by number. */
    public void each(Consumer<OptOut> consumer) {
        optOuts.findAllByOrderByMsisdn().stream().map(OptOutEntity::optOut).forEach(consumer);
    }
}
