package pl.kurenda.intake.row;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import pl.kurenda.intake.source.Source;
import pl.kurenda.ledger.batch.DebtIdentity;

/** Computes the identity of a debt: source + (reference, else account + phone, else phone + amount) + due date. */
final class DebtKeys {
    private DebtKeys() {}

    /** @param today the day at the office on which the file is loaded */
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
        return new DebtIdentity(key, source.stages().on(debt.due(), today));
    }

    /** Hashes each part with its length in front, so that different lists of parts never give the same input. */
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
