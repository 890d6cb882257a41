package pl.kurenda.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import pl.kurenda.ledger.DebtIdentity;

/** Tells debts apart: source + (reference, else account + phone, else phone + amount) + due date. */
final class Debts {
    /** So many days after the due date a debt is reminded of anew. */
    private static final int OVERDUE_DAYS = 14;

    private Debts() {}

    /** @param today the day of the office on which the file is loaded */
    static DebtIdentity identity(Source source, Debt debt, LocalDate today) {
        String day = debt.due() == null ? "" : debt.due().toString();
        String phone = debt.phone().digits();
        byte[] key;
        if (!debt.reference().isEmpty()) {
            key = hash(source.name(), "reference", debt.reference(), "", day);
        } else if (debt.account() != null) {
            key = hash(source.name(), "account", debt.account(), phone, day);
        } else {
            key = hash(source.name(), "phone", phone, debt.amount().plain(), day);
        }
        return new DebtIdentity(key, stage(debt.due(), today));
    }

    /** {@code before}, {@code due}, {@code overdue-14} by days from the due date, {@code none} without one. */
    static String stage(LocalDate due, LocalDate today) {
        if (due == null) {
            return "none";
        }
        if (today.isBefore(due)) {
            return "before";
        }
        return today.isBefore(due.plusDays(OVERDUE_DAYS)) ? "due" : "overdue-" + OVERDUE_DAYS;
    }

    /** Each part goes in with its length before it, so that no two lists of parts run into one. */
    private static byte[] hash(String... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] octets = part.getBytes(StandardCharsets.UTF_8);
                digest.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(octets.length).array());
                digest.update(octets);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
