package pl.kurenda.ledger.vendor;

import java.time.Instant;

/**
 * A token in a list.
 *
 * @param grant what it allows
 * @param createdAt when it was created
 * @param createdBy who created it
 * @param expiresAt when it expires
 * @param revokedAt when it was revoked, or null
 * @param usedAt when it was last used, to the hour, or null
 */
public record ApiToken(
        ApiGrant grant, Instant createdAt, String createdBy, Instant expiresAt, Instant revokedAt, Instant usedAt) {

    /** Returns whether the token is valid at that time. */
    public boolean validAt(Instant now) {
        return revokedAt == null && expiresAt.isAfter(now);
    }
}
