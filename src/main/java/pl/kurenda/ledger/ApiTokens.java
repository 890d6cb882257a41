package pl.kurenda.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tokens of vendors. Each change is kept in {@code audit_log}. Needs no lease. */
public interface ApiTokens {

    /**
     * Keeps a new token.
     *
     * @param grant what it allows; its id is not looked at
     * @param secret the token itself, of which only a hash is kept
     * @param who makes it, 1 to {@value Actor#LONGEST_WHO} characters
     * @return its id
     */
    long create(ApiGrant grant, String secret, Instant expiresAt, String who);

    /** What the bearer of this secret may do now; nothing where it is not known, has expired or was revoked. */
    Optional<ApiGrant> bearer(String secret);

    /** All there ever were, by id. */
    List<ApiToken> all();

    /**
     * Makes a new token with the rights of one that is still good, which itself ends soon.
     *
     * @param secret of the new one
     * @param overlap for how long the old one is still good, if it does not end before
     * @param expiresAt end of the new one
     * @return id of the new one; nothing where there is no such token or it is no longer good
     */
    Optional<Long> rotate(long id, String secret, Duration overlap, Instant expiresAt, String who);

    /**
     * Ends a token at once.
     *
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @return false where there is no such token or it was revoked before
     */
    boolean revoke(long id, String who, String why);
}
