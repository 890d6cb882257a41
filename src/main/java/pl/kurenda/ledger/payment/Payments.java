package pl.kurenda.ledger.payment;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Suppression;
import pl.kurenda.money.Amount;
import pl.kurenda.recipient.Msisdn;

/**
 * Books payments for debts that were reminded, wait for a reminder, or were held out at random. If several lists
 * contain equal payments, they count as often as in the list that has them most often. Needs no lease.
 */
@Service
public class Payments {
    private static final String BY = "payments ";

    private final LedgerJdbc ledgerJdbc;
    private final StateHistory stateHistory;
    private final ExportComparison comparison;
    private final PaidDebts debts;
    private final PaymentsBeforeSending inTime;

    public Payments(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            ExportComparison comparison,
            PaidDebts debts,
            PaymentsBeforeSending inTime) {
        this.ledgerJdbc = ledgerJdbc;
        this.stateHistory = stateHistory;
        this.comparison = comparison;
        this.debts = debts;
        this.inTime = inTime;
    }

    /** Opens a list. A list with the same bytes as an earlier one is found again. */
    public Listed open(String source, String fileName, String sha256) {
        Map<String, Object> values =
                Map.of("source", source, "name", fileName, "sha256", sha256, "now", stateHistory.now());
        ledgerJdbc.update("""
                insert ignore into payment_file (source, file_name, sha256, taken_at)
                values (:source, :name, :sha256, :now)""", values);
        return ledgerJdbc
                .sql()
                .queryForObject(
                        """
                        select f.id, f.done_at is not null and not exists (
                            select 1 from payment p where p.origin = 'FILE' and p.origin_id = f.id and p.debt_key is null),
                          f.file_name from payment_file f
                        where f.source = :source and f.sha256 = :sha256""", values, (row, n) -> new Listed(row.getLong(1), row.getBoolean(2), row.getString(3)));
    }

    /**
     * Books payments of a list in one transaction. The result includes what was booked from this list before. A waiting reminder
     * is not sent: it is suppressed if the debt is paid in full ({@link Suppression#PAID}) and withdrawn if it is paid in part.
     * Payments dated before the reminder's file are ignored for this, because its amount already includes them.
     *
     * @param listId id of the list
     */
    public Booked book(long listId, String source, List<Payment> payments) {
        return ledgerJdbc.inTransaction(() -> {
            // Only one list of a source at a time, because payments of a debt share what is left of it.
            ledgerJdbc
                    .sql()
                    .queryForList(
                            "select id from payment_file where source = :source for update",
                            Map.of("source", source),
                            Long.class);
            PaidDebts.Found found = debts.find(source, payments);
            boolean again = isDone(listId);
            Booked booked = Booked.NOTHING;
            Map<ByteBuffer, byte[]> paid = new LinkedHashMap<>();
            for (Payment payment : payments) {
                booked = booked.plus(book(new Told(listId, source, again), payment, found, paid));
            }
            inTime.takeBack(paid.values(), who(listId));
            return booked;
        });
    }

    /** Counts the waiting reminders that this list stopped. */
    public int takenBack(long listId) {
        return inTime.takenBack(listId, who(listId));
    }

    /** The author in the history: one name for each list. */
    private String who(long listId) {
        String name = ledgerJdbc
                .sql()
                .queryForObject(
                        "select file_name from payment_file where id = :id", Map.of("id", listId), String.class);
        return Actor.cutWho(BY + listId + " " + name);
    }

    private boolean isDone(long listId) {
        return Boolean.TRUE.equals(ledgerJdbc
                .sql()
                .queryForObject(
                        "select done_at is not null from payment_file where id = :id",
                        Map.of("id", listId),
                        Boolean.class));
    }

    /** Removes a payment that was kept without a debt, because it can be booked now. */
    private void forgetUnmatched(Map<String, Object> values) {
        ledgerJdbc.update(
                "delete from payment where identity = :identity and ordinal = :ordinal and debt_key is null", values);
    }

    private List<Row> rows(Map<String, Object> values) {
        return ledgerJdbc
                .sql()
                .query("""
                        select origin_id, debt_key is not null, amount from payment
                        where identity = :identity and ordinal = :ordinal""", values, (row, n) -> new Row(row.getLong(1), row.getBoolean(2), row.getLong(3)));
    }

    private Booked book(Told told, Payment payment, PaidDebts.Found found, Map<ByteBuffer, byte[]> paid) {
        byte[] identity = PaidDebts.identity(told.source, payment);
        Map<String, Object> values = new HashMap<>();
        values.put("identity", identity);
        values.put("ordinal", payment.ordinal());
        List<Row> rows = rows(values);
        boolean late = found.has(payment) && rows.stream().noneMatch(Row::matched);
        if (!rows.isEmpty() && !late) {
            return told.again(rows);
        }
        if (!rows.isEmpty()) {
            forgetUnmatched(values);
        }
        List<PaidDebts.Part> parts = found.share(payment);
        insert(told, payment, parts, values);
        parts.stream()
                .map(PaidDebts.Part::debtKey)
                .filter(Objects::nonNull)
                .forEach(debt -> paid.put(ByteBuffer.wrap(debt), debt));
        return parts.get(0).debtKey() == null
                ? new Booked(0, 0, 1, 0)
                : new Booked(1, payment.amount().grosze(), 0, 0);
    }

    private void insert(Told told, Payment payment, List<PaidDebts.Part> parts, Map<String, Object> values) {
        values.put("list", told.listId);
        values.put("source", told.source);
        values.put("day", payment.on());
        values.put("now", stateHistory.now());
        for (int i = 0; i < parts.size(); i++) {
            values.put("part", i + 1);
            values.put("debt", parts.get(i).debtKey());
            values.put("amount", parts.get(i).grosze());
            ledgerJdbc.update("""
                    insert into payment (source, debt_key, paid_on, amount, origin, origin_id, identity, ordinal, part, booked_at)
                    values (:source, :debt, :day, :amount, 'FILE', :list, :identity, :ordinal, :part, :now)""", values);
        }
    }

    /** Marks the list as booked to its end. */
    public void finish(long listId) {
        ledgerJdbc.update(
                "update payment_file set done_at = :now where id = :id and done_at is null",
                Map.of("now", stateHistory.now(), "id", listId));
    }

    /**
     * A list. {@code again} is set if the list was booked to its end before and is read again for payments without a
     * debt.
     */
    private record Told(long listId, String source, boolean again) {

        /**
         * Counts a payment that is already booked. It keeps its result if it came from this list, and counts as known
         * if it came from another list.
         */
        Booked again(List<Row> rows) {
            Row first = rows.get(0);
            if (first.listId != listId || again && first.matched) {
                return new Booked(0, 0, 0, 1);
            }
            return first.matched
                    ? new Booked(1, rows.stream().mapToLong(Row::grosze).sum(), 0, 0)
                    : new Booked(0, 0, 1, 0);
        }
    }

    /** A booked payment, or the part of it that went to one debt. */
    private record Row(long listId, boolean matched, long grosze) {}

    /**
     * Compares each accepted full export with the one before it. A missing debt is paid, a smaller one is paid in part. May run
     * on several nodes at once and may be interrupted.
     *
     * @return number of payments found
     */
    public int compareExports() {
        return comparison.compareAll();
    }

    /**
     * A list of payments.
     *
     * @param id of the list
     * @param repeated whether it was booked to its end before, with no payment left without a debt
     * @param fileName name under which it first came
     */
    public record Listed(long id, boolean repeated, String fileName) {}

    /**
     * A payment. Its debt is found by reference, account or phone, whichever is present first.
     *
     * @param ordinal counts equal payments in the list, from 1
     * @param reference in the domain system, or null
     * @param account NRB digits, or null
     * @param phone of the debtor, or null
     * @param amount paid
     * @param on date of the payment, in the time zone of the office
     */
    public record Payment(int ordinal, String reference, String account, Msisdn phone, Amount amount, LocalDate on) {

        /** Leaves out personal data. */
        @Override
        public String toString() {
            return "Payment[]";
        }
    }

    /**
     * The result of booking payments.
     *
     * @param matched payments for debts that were reminded, wait for a reminder, or were held out
     * @param matchedGrosze their sum
     * @param unmatched payments for no such debt
     * @param known payments that an earlier list already had
     */
    public record Booked(int matched, long matchedGrosze, int unmatched, int known) {
        /** No payments. */
        public static final Booked NOTHING = new Booked(0, 0, 0, 0);

        /** Adds the other counts. */
        public Booked plus(Booked other) {
            return new Booked(
                    matched + other.matched,
                    matchedGrosze + other.matchedGrosze,
                    unmatched + other.unmatched,
                    known + other.known);
        }
    }
}
