package pl.kurenda.ledger.privacy;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.Decisions;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.recipient.Msisdn;

/**
 * Exports and erases what is kept for one phone number (GDPR, articles 15 and 17). Needs no lease, so it may run beside
 * the daemons.
 */
@Service
public class Persons {
    private static final String ERASE = """
            update reminder set msisdn = '', name = null, text = '',
              account = if(:keepAccounts and exists (select 1 from segment s
                where s.reminder_id = reminder.id and s.message_id is not null), account, null)
            where msisdn = :msisdn and""" + " " + Retention.FINAL;

    private final LedgerJdbc ledgerJdbc;
    private final AuditLog audit;
    private final Decisions decisions;
    private final OptOuts optOuts;
    private final ErasedKeys keys;
    private final Clock clock;

    public Persons(
            LedgerJdbc ledgerJdbc, AuditLog audit, Decisions decisions, OptOuts optOuts, ErasedKeys keys, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.audit = audit;
        this.decisions = decisions;
        this.optOuts = optOuts;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Exports everything the database keeps for the number. The request is recorded in {@code audit_log} with the
     * masked number.
     *
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @return rows by kind, values by column name. Times have the offset of the office, amounts are in grosze. Kinds
     *     without rows are included.
     * @throws IllegalArgumentException if who is blank or too long
     */
    public Map<String, List<Map<String, Object>>> export(Msisdn phone, String who) {
        String person = Actor.who(who);
        Map<String, Object> values = values(phone);
        return ledgerJdbc.inTransaction(() -> {
            audit.note(person, "PERSON_EXPORTED", phone.masked(), null);
            Map<String, List<Map<String, Object>>> found = new LinkedHashMap<>();
            PersonQueries.BY_KIND.forEach((kind, query) -> found.put(
                    kind, ledgerJdbc.sql().query(query, values, (row, n) -> PersonQueries.row(row, clock.getZone()))));
            return found;
        });
    }

    /**
     * Erases what the database keeps for the number. Waiting reminders are withdrawn first. Masked phone, reference, amounts,
     * states and dates are kept for accounting. It may be repeated.
     *
     * @param optOut what happens to an opt-out
     * @param keepAccounts whether account numbers of sent reminders are kept, for the lists of debts due for an upomnienie
     * @param who 1 to {@value Actor#LONGEST_WHO} characters
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @throws IllegalArgumentException if who or why is blank or too long
     */
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
        return ledgerJdbc.inTransaction(() -> {
            audit.note(person, "PERSON_ERASED", phone.masked(), reason);
            keys.replace(ids(values, Retention.FINAL));
            int reminders = ledgerJdbc.update(ERASE, values);
            int onTheWay = ids(values, "true").size();
            return new Erasure(withdrawn, reminders, others(values, onTheWay), onTheWay);
        });
    }

    /** Keeps waiting receipts while a reminder is on its way, because a receipt may belong to it. */
    private int others(Map<String, Object> values, int onTheWay) {
        int rows = ledgerJdbc.update(
                "update rejected_row set raw = '', value = null where raw <> '' and raw regexp :pattern", values);
        rows += ledgerJdbc.update("delete from phone_lookup where msisdn = :msisdn", values);
        rows += ledgerJdbc.update("delete from stop_request where msisdn = :msisdn and settled_at is not null", values);
        rows += ledgerJdbc.update("""
                update opt_out_change set msisdn = ''
                where msisdn = :msisdn and msisdn not in (select msisdn from opt_out)""", values);
        return onTheWay > 0
                ? rows
                : rows + ledgerJdbc.update("delete from receipt_inbox where msisdn = :msisdn", values);
    }

    private List<Long> ids(Map<String, Object> values, String which) {
        return ledgerJdbc
                .sql()
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

    /** What happens to a number's opt-out when the person is erased. */
    public enum OptOutFate {
        /** Keep it: the objection needs the number. */
        KEEP,
        /** Remove it: the next export with the number leads to a reminder again. */
        REMOVE
    }

    /**
     * The result of an erasure.
     *
     * @param withdrawn waiting reminders that were withdrawn
     * @param reminders that no longer contain personal data
     * @param rows rows of other kinds: rejected rows, receipts, requests, imported phones
     * @param onTheWay reminders that are being sent, are at the SMSC or are UNKNOWN; they keep number and text until
     *     they are final
     */
    public record Erasure(int withdrawn, int reminders, int rows, int onTheWay) {}

    /**
     * Returns a regular expression that finds the number in a row, for any grouping of its digits and any charset. It matches
     * bytes: text decoded as ISO-8859-1 in Java, or a blob in MariaDB.
     */
    public static String pattern(Msisdn phone) {
        String digits = phone.digits();
        boolean polish = digits.startsWith("48");
        String own = String.join("[^0-9A-Za-z]{0,3}", (polish ? digits.substring(2) : digits).split(""));
        // must not be part of a longer number; the country code may come before it
        String alone = "(?<![0-9])(?<![0-9]\\x{00})";
        String country = polish ? "(?:" + alone + "|(?<=48)|(?<=4\\x{00}8\\x{00}))" : alone;
        return country + own + "(?!\\x{00}?[0-9])";
    }
}
