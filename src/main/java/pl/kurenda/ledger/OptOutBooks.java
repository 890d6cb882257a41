package pl.kurenda.ledger;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** The opt-outs in the database. Needs no lease. */
@Service
class OptOutBooks implements OptOuts {
    private static final String ADDED = "OPT_OUT_ADDED";
    private static final String REMOVED = "OPT_OUT_REMOVED";

    private final Books books;
    private final Changes changes;
    private final OptOutSweep sweep;

    OptOutBooks(Books books, Changes changes, OptOutSweep sweep) {
        this.books = books;
        this.changes = changes;
        this.sweep = sweep;
    }

    @Override
    public boolean add(Msisdn phone, String who, String why) {
        return add(phone, entry(phone, who, why));
    }

    @Override
    public void addFor(String vendor, Msisdn phone, String who, String why) {
        Map<String, Object> entry = entry(phone, who, why);
        entry.put("vendor", vendor);
        add(phone, entry);
    }

    private boolean add(Msisdn phone, Map<String, Object> entry) {
        boolean added = books.inTransaction(() -> enter(entry) && audit(ADDED, entry));
        sweep(phone);
        return added;
    }

    /** In the transaction of the caller, who sweeps after it. */
    boolean enter(Msisdn phone, String who, String why) {
        return enter(entry(phone, who, why));
    }

    void sweep(Msisdn phone) {
        books.transact(() -> sweep.number(phone.digits()));
    }

    private boolean enter(Map<String, Object> entry) {
        int added = books.update("""
                insert ignore into opt_out (msisdn, masked_phone, since, who, why, vendor)
                values (:msisdn, :masked, :at, :who, :why, :vendor)""", entry);
        if (added == 0) {
            // somebody else asks for the same: from now on no vendor may take it back
            books.update(
                    "update opt_out set vendor = null where msisdn = :msisdn and vendor <> coalesce(:vendor, '')",
                    entry);
        }
        return added == 1 && note(entry, true);
    }

    @Override
    public boolean remove(Msisdn phone, String who, String why) {
        return remove(entry(phone, who, why), "");
    }

    @Override
    public boolean removeOf(String vendor, Msisdn phone, String who, String why) {
        Map<String, Object> entry = entry(phone, who, why);
        entry.put("vendor", vendor);
        return remove(entry, " and vendor = :vendor");
    }

    private boolean remove(Map<String, Object> entry, String which) {
        return books.inTransaction(() -> books.update("delete from opt_out where msisdn = :msisdn" + which, entry) == 1
                && note(entry, false)
                && audit(REMOVED, entry));
    }

    private boolean note(Map<String, Object> entry, boolean optedOut) {
        entry.put("out", optedOut);
        books.update("""
                insert into opt_out_change (msisdn, masked_phone, at, opted_out, who, why)
                values (:msisdn, :masked, :at, :out, :who, :why)""", entry);
        return true;
    }

    /** What a person, or a vendor's program, did; a resident's own STOP is in the list alone. */
    private boolean audit(String action, Map<String, Object> entry) {
        entry.put("action", action);
        books.update("""
                insert into audit_log (at, who, action, object, why) values (:at, :who, :action, :masked, :why)""", entry);
        return true;
    }

    private Map<String, Object> entry(Msisdn phone, String who, String why) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("msisdn", phone.digits());
        entry.put("masked", phone.masked());
        entry.put("at", changes.now());
        entry.put("who", Actor.who(who));
        entry.put("why", Actor.why(why));
        entry.put("vendor", null);
        return entry;
    }

    @Override
    public void each(Consumer<OptOut> consumer) {
        books.sql().query("select msisdn, since, who, why from opt_out order by msisdn", rs -> {
            consumer.accept(new OptOut(
                    new Msisdn(rs.getString(1)),
                    Utc.instant(rs.getObject(2, LocalDateTime.class)),
                    rs.getString(3),
                    rs.getString(4)));
        });
    }
}
