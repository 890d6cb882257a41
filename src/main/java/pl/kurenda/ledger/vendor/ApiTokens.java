package pl.kurenda.ledger.vendor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.Utc;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;

/** The tokens of vendors. Each change is recorded in {@code audit_log}. Needs no lease. */
@Service
public class ApiTokens {
    /** The time of the last use is stored at most once in this period, so that most requests write nothing. */
    private static final Duration USE_NOTED = Duration.ofHours(1);

    private final LedgerJdbc ledgerJdbc;
    private final ApiTokenRepository tokens;
    private final AuditLog audit;
    private final Clock clock;

    public ApiTokens(LedgerJdbc ledgerJdbc, ApiTokenRepository tokens, AuditLog audit, Clock clock) {
        this.ledgerJdbc = ledgerJdbc;
        this.tokens = tokens;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a new token.
     *
     * @param grant what the token allows; its id is ignored
     * @param secret the token itself; only a hash of it is stored
     * @param who creates it, 1 to {@value Actor#LONGEST_WHO} characters
     * @return id of the token
     */
    public long create(ApiGrant grant, String secret, Instant expiresAt, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> {
            long id = insert(grant, secret, expiresAt, person);
            note("TOKEN_CREATED", id, person, words(grant));
            return id;
        });
    }

    private long insert(ApiGrant grant, String secret, Instant expiresAt, String who) {
        return tokens.save(new ApiTokenEntity(grant, ApiSecret.hash(secret), now(), who, Utc.of(expiresAt)))
                .id();
    }

    /** Returns what the bearer of this secret may do now; empty if the token is unknown, expired or revoked. */
    public Optional<ApiGrant> bearer(String secret) {
        Optional<ApiToken> found = tokens.findByHash(ApiSecret.hash(secret))
                .map(ApiTokenEntity::token)
                .filter(this::isValid);
        found.ifPresent(this::used);
        return found.map(ApiToken::grant);
    }

    private boolean isValid(ApiToken token) {
        return token.validAt(clock.instant());
    }

    private void used(ApiToken token) {
        Instant noted = clock.instant().minus(USE_NOTED);
        if (token.usedAt() == null || token.usedAt().isBefore(noted)) {
            ledgerJdbc.transact(() -> tokens.used(token.grant().tokenId(), now()));
        }
    }

    /** Returns all tokens, including expired and revoked ones, ordered by id. */
    public List<ApiToken> all() {
        return tokens.findAllByOrderById().stream().map(ApiTokenEntity::token).toList();
    }

    /**
     * Makes a new token with the rights of a valid one. The old token expires soon.
     *
     * @param secret of the new token
     * @param overlap how long the old token stays valid, unless it expires earlier
     * @param expiresAt when the new token expires
     * @return id of the new token; empty if there is no such token or it is not valid
     */
    public Optional<Long> rotate(long id, String secret, Duration overlap, Instant expiresAt, String who) {
        String person = Actor.who(who);
        return ledgerJdbc.inTransaction(() -> tokens.lock(id)
                .filter(old -> isValid(old.token()))
                .map(old -> {
                    old.expireBy(Utc.of(clock.instant().plus(overlap)));
                    long fresh = insert(old.token().grant(), secret, expiresAt, person);
                    note("TOKEN_ROTATED", id, person, "its successor is " + fresh);
                    return fresh;
                }));
    }

    /**
     * Ends a token at once.
     *
     * @param why 1 to {@value Actor#LONGEST_WHY} characters
     * @return false if there is no such token or it was revoked before
     */
    public boolean revoke(long id, String who, String why) {
        String person = Actor.who(who);
        String reason = Actor.why(why);
        return ledgerJdbc.inTransaction(() -> {
            boolean revoked = tokens.revoke(id, now()) == 1;
            if (revoked) {
                note("TOKEN_REVOKED", id, person, reason);
            }
            return revoked;
        });
    }

    private void note(String action, long id, String who, String why) {
        audit.note(who, action, null, "token " + id + ": " + why);
    }

    private static String words(ApiGrant grant) {
        return grant.vendor() + ": " + String.join(" ", grant.ledgerNames()) + "; "
                + String.join(
                        " ", grant.scopes().stream().sorted().map(Scope::name).toList());
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }
}
