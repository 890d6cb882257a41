package pl.kurenda.ledger;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** One person's data in the database. */
@Service
class PersonBooks implements Persons {
    private static final String ERASE = """
            update reminder set msisdn = '', name = null, text = '',
              account = if(:keepAccounts and exists (select 1 from segment s
                where s.reminder_id = reminder.id and s.message_id is not null), account, null)
            where msisdn = :msisdn and""" + " " + RetentionBooks.FINAL;

    private final Books books;
    private final AuditLog audit;
    private final Decisions decisions;
    private final OptOuts optOuts;
    private final ErasedKeys keys;
    private final Clock clock;

    PersonBooks(Books books, AuditLog audit, Decisions decisions, OptOuts optOuts, ErasedKeys keys, Clock clock) {
        this.books = books;
        this.audit = audit;
        this.decisions = decisions;
        this.optOuts = optOuts;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Map<String, List<Map<String, Object>>> export(Msisdn phone, String who) {
        String person = Actor.who(who);
        Map<String, Object> values = values(phone);
        return books.inTransaction(() -> {
            audit.note(person, "PERSON_EXPORTED", phone.masked(), null);
            Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
            PersonQueries.BY_KIND.forEach((kind, query) -> found.put(
                    kind, books.sql().query(query, values, (row, n) -> PersonQueries.row(row, clock.getZone()))));
            return found;
        });
    }

    @Override
    public Erasure erase(Msisdn phone, OptOutFate optOut, boolean keepAccounts, String who, String why) {
        String person = Actor.who(who);
        String reason = Actor.why(why);
        Map<String, Object> values = values(phone);
        values.put("keepAccounts", keepAccounts);
        int withdrawn = decisions
                .decide(Decision.WITHDRAW, ids(values, "state in ('QUEUED', 'HELD')"), person, reason)
                .done()
                .size();
        if (optOut == OptOutFate.REMOVE) {
            optOuts.remove(phone, person, reason);
        }
        return books.inTransaction(() -> {
            audit.note(person, "PERSON_ERASED", phone.masked(), reason);
            keys.replace(ids(values, RetentionBooks.FINAL));
            int reminders = books.update(ERASE, values);
            int onTheWay = ids(values, "true").size();
            return new Erasure(withdrawn, reminders, others(values, onTheWay), onTheWay);
        });
    }

    /** A receipt that waits may be that of a reminder which is on its way. */
    private int others(Map<String, Object> values, int onTheWay) {
        int rows = books.update(
                "update rejected_row set raw = '', value = null where raw <> '' and raw regexp :pattern", values);
        rows += books.update("delete from phone_lookup where msisdn = :msisdn", values);
        rows += books.update("delete from stop_request where msisdn = :msisdn and settled_at is not null", values);
        rows += books.update("""
                update opt_out_change set msisdn = ''
                where msisdn = :msisdn and msisdn not in (select msisdn from opt_out)""", values);
        return onTheWay > 0 ? rows : rows + books.update("delete from receipt_inbox where msisdn = :msisdn", values);
    }

    private List<Long> ids(Map<String, Object> values, String which) {
        return books.sql()
                .queryForList(
                        "select id from reminder force index (reminder_msisdn) where msisdn = :msisdn and " + which,
                        values,
                        Long.class);
    }

    private static Map<String, Object> values(Msisdn phone) {
        Map<String, Object> values = new HashMap<>();
        values.put("msisdn", phone.digits());
        values.put("pattern", Persons.pattern(phone));
        return values;
    }
}
