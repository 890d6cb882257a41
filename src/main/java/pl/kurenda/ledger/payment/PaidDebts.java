package pl.kurenda.ledger.payment;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.payment.Payments.Payment;

/**
 * Finds the debts that payments are for, by reference, account or phone. Covers debts that were reminded, wait for a
 * reminder, or were held out.
 */
@Component
public class PaidDebts {
    /**
     * Selects debts whose payments count: the debt was reminded, or its file has a hold-out group. Payments of the
     * hold-out group are compared with those of all other debts of the file, whatever happens to their reminders. Debts
     * that were suppressed when the file was loaded are left out.
     */
    static final String TOLD = """
            exists (select 1 from reminder f force index (reminder_debt)
              straight_join batch fb force index (primary) on fb.id = f.batch_id
              where f.debt_key = %s.debt_key
                and (f.sent_at is not null or f.state = 'DELIVERED' or f.reason in ('HOLD_OUT', 'PAID')
                  or fb.hold_out and fb.loaded_at is not null and not (f.state = 'SUPPRESSED' and f.state_at <= fb.loaded_at)))""";

    /** Also selects debts whose reminder waits, is on its way, or was withdrawn because a part was paid. */
    private static final String KNOWN = "(" + TOLD + """
             or exists (select 1 from reminder f force index (reminder_debt) where f.debt_key = %s.debt_key
              and (f.state in ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'ENROUTE', 'UNKNOWN')
                or f.reason = 'AMOUNT_CHANGED')))""";

    /**
     * Each debt once, with the amount of its last file, less the payments that this file cannot include. Oldest due
     * date first.
     */
    private static final String DEBTS = """
            select d.key_value, d.debt_key, d.amount, %3$s paid, date(least(b.file_modified, b.received_at) + interval :offset second), d.msisdn
            from (
              select r.%1$s key_value, r.debt_key, r.msisdn, r.amount, r.due, r.batch_id,
                row_number() over (partition by r.debt_key order by r.batch_id desc, r.id desc) place
              from reminder r where r.source = :source and r.%1$s in (:keys)) d
              join batch b on b.id = d.batch_id
            where d.place = 1 and %2$s
            order by d.due, d.debt_key""";

    /**
     * An account number shared by more phones than this is not used for matching. Two phones may be one resident with a
     * new number.
     */
    private static final int PHONES_OF_ONE = 2;

    private final LedgerJdbc ledgerJdbc;
    private final Clock clock;

    public PaidDebts(LedgerJdbc ledgerJdbc, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.clock = clock;
    }

    Found find(String source, List<Payment> payments) {
        Map<String, List<Open>> debts = new HashMap<>();
        Map<ByteBuffer, Open> each = new HashMap<>();
        add(source, "reference", keys(payments, By.REFERENCE, Payment::reference), By.REFERENCE, debts, each);
        add(source, "account", keys(payments, By.ACCOUNT, Payment::account), By.ACCOUNT, debts, each);
        add(source, "msisdn", keys(payments, By.PHONE, p -> p.phone().digits()), By.PHONE, debts, each);
        return new Found(debts);
    }

    private void add(
            String source,
            String column,
            Collection<String> keys,
            By by,
            Map<String, List<Open>> debts,
            Map<ByteBuffer, Open> each) {
        if (keys.isEmpty()) {
            return;
        }
        String debtsOf =
                DEBTS.formatted(column, KNOWN.formatted("d", "d"), PaymentsBeforeSending.SINCE.formatted("d", "b"));
        Map<String, Object> values =
                Map.of("source", source, "keys", keys, "offset", PaymentsBeforeSending.offset(clock));
        Map<String, Set<String>> phones = new HashMap<>();
        ledgerJdbc.sql().query(debtsOf, values, (ResultSet row) -> {
            Open debt = open(row);
            Open same = each.computeIfAbsent(ByteBuffer.wrap(debt.key), key -> debt);
            debts.computeIfAbsent(by.key(row.getString(1)), key -> new ArrayList<>())
                    .add(same);
            phones.computeIfAbsent(by.key(row.getString(1)), key -> new HashSet<>())
                    .add(row.getString(6));
        });
        if (by == By.ACCOUNT) {
            phones.forEach((key, several) ->
                    debts.computeIfPresent(key, (account, open) -> several.size() > PHONES_OF_ONE ? null : open));
        }
    }

    private static Open open(ResultSet row) throws SQLException {
        return new Open(row.getBytes(2), row.getObject(5, LocalDate.class), row.getLong(3) - row.getLong(4));
    }

    private static List<String> keys(List<Payment> payments, By by, Function<Payment, String> key) {
        return payments.stream()
                .filter(payment -> By.of(payment) == by)
                .map(key)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Identifies a payment by payer, amount and date. Only the ordinal distinguishes equal payments. */
    static byte[] identity(String source, Payment payment) {
        String text = String.join(
                "\n",
                "file",
                source,
                By.of(payment).name(),
                value(payment),
                String.valueOf(payment.amount().grosze()),
                payment.on().toString());
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String value(Payment payment) {
        return switch (By.of(payment)) {
            case REFERENCE -> payment.reference();
            case ACCOUNT -> payment.account();
            case PHONE -> payment.phone().digits();
        };
    }

    /** How the debt of a payment is found. */
    private enum By {
        REFERENCE,
        ACCOUNT,
        PHONE;

        static By of(Payment payment) {
            return payment.reference() != null ? REFERENCE : payment.account() != null ? ACCOUNT : PHONE;
        }

        /** Ignores case in references, as the database does. */
        String key(String value) {
            return name() + " " + value.toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The debts that some payments are for. */
    static final class Found {
        private final Map<String, List<Open>> debts;

        Found(Map<String, List<Open>> debts) {
            this.debts = debts;
        }

        /** Returns whether a debt was found for the payment. */
        boolean has(Payment payment) {
            return debts.containsKey(By.of(payment).key(value(payment)));
        }

        /** Divides a payment among its debts, oldest first. Any surplus goes to the last debt. */
        List<Part> share(Payment payment) {
            List<Open> open = debts.getOrDefault(By.of(payment).key(value(payment)), List.of());
            long left = payment.amount().grosze();
            if (open.isEmpty()) {
                return List.of(new Part(null, left));
            }
            Map<Open, Long> parts = new LinkedHashMap<>();
            for (Open debt : open) {
                long part = Math.min(left, Math.max(0, debt.left));
                if (part > 0) {
                    parts.merge(debt, part, Long::sum);
                }
                left -= part;
            }
            if (left > 0) {
                parts.merge(open.get(open.size() - 1), left, Long::sum);
            }
            parts.forEach((debt, part) -> debt.left -= payment.on().isBefore(debt.written) ? 0 : part);
            return parts.entrySet().stream()
                    .map(part -> new Part(part.getKey().key, part.getValue()))
                    .toList();
        }
    }

    /**
     * The part of a payment that goes to one debt.
     *
     * @param debtKey key of the debt, or null for no debt
     * @param grosze more than 0
     */
    record Part(byte[] debtKey, long grosze) {}

    private static final class Open {
        private final byte[] key;
        /** Date of the file that asks for the debt. Its amount already includes earlier payments. */
        private final LocalDate written;

        private long left;

        Open(byte[] key, LocalDate written, long left) {
            this.key = key;
            this.written = written;
            this.left = left;
        }
    }
}
