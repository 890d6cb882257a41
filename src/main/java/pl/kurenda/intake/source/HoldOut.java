package pl.kurenda.intake.source;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import pl.kurenda.ledger.batch.DebtIdentity;

/**
 * A control group: debts without a reminder, for comparison with the others. A hash of the debt and its campaign stage
 * decides which debts are in the group. The choice is as good as random, and the same in every file.
 *
 * @param percent of the debts, 0 for none
 */
public record HoldOut(int percent) {
    private static final long HUNDRED = 100;

    /** Whether the debt is in the group. */
    public boolean draws(DebtIdentity debt) {
        if (percent == 0) {
            return false;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("hold-out".getBytes(StandardCharsets.UTF_8));
            digest.update(debt.key());
            byte[] hash = digest.digest(debt.stage().getBytes(StandardCharsets.UTF_8));
            return Long.remainderUnsigned(ByteBuffer.wrap(hash).getLong(), HUNDRED) < percent;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
