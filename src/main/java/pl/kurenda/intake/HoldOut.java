package pl.kurenda.intake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import pl.kurenda.ledger.DebtIdentity;
import pl.kurenda.ledger.NewReminder;
import pl.kurenda.ledger.Suppression;

/**
 * A group of debts that are not reminded of, so that the rest can be held against it. Who is in it is decided by a hash of
 * the debt and the stage of its campaign: as good as by chance, and the same in every file.
 *
 * @param percent of the debts, 0 for none
 */
record HoldOut(int percent) {
    private static final long HUNDRED = 100;

    /** The same, but not to be sent where it is in the group and nothing else keeps it from being sent. */
    RowResult apply(RowResult result) {
        if (percent > 0
                && result instanceof RowResult.Valid valid
                && valid.reminder().suppression() == null
                && has(valid.reminder().debt())) {
            NewReminder held = valid.reminder().suppressed(Suppression.HOLD_OUT);
            return new RowResult.Valid(held);
        }
        return result;
    }

    boolean has(DebtIdentity debt) {
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
