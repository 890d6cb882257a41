package pl.kurenda.ledger.vendor;

import java.time.Instant;

/**
 * A token as a list shows it.
 *
 * @param grant what it allows
 * @param createdAt when it was made
 * @param createdBy by whom
 * @param expiresAt until when it is good
 * @param revokedAt when it was revoked, or null
 * @param usedAt when it was last used, to the hour, or null
 */
public record ApiToken(
        ApiGrant grant, Instant createdAt, String createdBy, Instant expiresAt, Instant revokedAt, Instant usedAt) {

    /** Whether it is good at that time. */
    public boolean validAt(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
