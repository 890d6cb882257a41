package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.ApiGrant.Scope;

/** The tokens in the database. */
@Service
class ApiTokenBooks implements ApiTokens {
    private static final String SELECT = """
            select t.*, (select group_concat(s.source) from api_token_source s where s.token_id = t.id) sources
            from api_token t""" + " ";
    /** The time of the last use is kept to this, so that a request writes nothing as a rule. */
    private static final Duration USE_NOTED = Duration.ofHours(1);

    private final Books books;
    private final Clock clock;

    ApiTokenBooks(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    @Override
    public long create(ApiGrant grant, String secret, Instant expiresAt, String who) {
        String person = Actor.who(who);
        return books.inTransaction(() -> {
            long id = insert(grant, secret, expiresAt, person);
            note("TOKEN_CREATED", id, person, words(grant));
            return id;
        });
    }

    private long insert(ApiGrant grant, String secret, Instant expiresAt, String who) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", grant.name());
        values.put("vendor", grant.vendor());
        values.put("sandbox", grant.sandbox());
        values.put("hash", ApiSecret.hash(secret));
        values.put("submit", grant.scopes().contains(Scope.SUBMIT));
        values.put("read", grant.scopes().contains(Scope.READ));
        values.put("cancel", grant.scopes().contains(Scope.CANCEL));
        values.put("now", now());
        values.put("who", who);
        values.put("expires", Utc.of(expiresAt));
        books.update("""
                insert into api_token (name, vendor, sandbox, hash, may_submit, may_read, may_cancel, created_at, created_by,
                  expires_at)
                values (:name, :vendor, :sandbox, :hash, :submit, :read, :cancel, :now, :who, :expires)""", values);
        long id = books.sql().queryForObject("select id from api_token where hash = :hash", values, Long.class);
        books.batch(
                "insert into api_token_source (token_id, source) values (:id, :source)",
                grant.sources().stream()
                        .sorted()
                        .map(source -> new MapSqlParameterSource("id", id).addValue("source", source))
                        .toList());
        return id;
    }

    @Override
    public Optional<ApiGrant> bearer(String secret) {
        Optional<ApiToken> found = books
                .sql()
                .query(SELECT + "where t.hash = :hash", Map.of("hash", ApiSecret.hash(secret)), (rs, n) -> token(rs))
                .stream()
                .filter(token -> token.validAt(clock.instant()))
                .findFirst();
        found.ifPresent(this::used);
        return found.map(ApiToken::grant);
    }

    private void used(ApiToken token) {
        Instant noted = clock.instant().minus(USE_NOTED);
        if (token.usedAt() == null || token.usedAt().isBefore(noted)) {
            books.transact(() -> books.update(
                    "update api_token set used_at = :now where id = :id",
                    Map.of("now", now(), "id", token.grant().tokenId())));
        }
    }

    @Override
    public List<ApiToken> all() {
        return books.sql().query(SELECT + "order by t.id", Map.of(), (rs, n) -> token(rs));
    }

    @Override
    public Optional<Long> rotate(long id, String secret, Duration overlap, Instant expiresAt, String who) {
        String person = Actor.who(who);
        return books.inTransaction(() -> {
            Optional<ApiToken> old = good(id);
            old.ifPresent(token -> books.update(
                    "update api_token set expires_at = least(expires_at, :until) where id = :id",
                    Map.of("until", Utc.of(clock.instant().plus(overlap)), "id", id)));
            return old.map(token -> {
                long fresh = insert(token.grant(), secret, expiresAt, person);
                note("TOKEN_ROTATED", id, person, "its successor is " + fresh);
                return fresh;
            });
        });
    }

    private Optional<ApiToken> good(long id) {
        return books
                .sql()
                .query(SELECT + "where t.id = :id for update", Map.of("id", id), (rs, n) -> token(rs))
                .stream()
                .filter(token -> token.validAt(clock.instant()))
                .findFirst();
    }

    @Override
    public boolean revoke(long id, String who, String why) {
        String person = Actor.who(who);
        String reason = Actor.why(why);
        return books.inTransaction(() -> {
            int revoked = books.update(
                    "update api_token set revoked_at = :now where id = :id and revoked_at is null",
                    Map.of("now", now(), "id", id));
            if (revoked == 1) {
                note("TOKEN_REVOKED", id, person, reason);
            }
            return revoked == 1;
        });
    }

    private void note(String action, long id, String who, String why) {
        books.update(
                "insert into audit_log (at, who, action, why) values (:at, :who, :action, :why)",
                Map.of("at", now(), "who", who, "action", action, "why", Actor.cutWhy("token " + id + ": " + why)));
    }

    private static String words(ApiGrant grant) {
        return grant.vendor() + ": " + String.join(" ", grant.ledgerNames()) + "; "
                + String.join(
                        " ", grant.scopes().stream().sorted().map(Scope::name).toList());
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private static ApiToken token(ResultSet rs) throws SQLException {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (Scope scope : Scope.values()) {
            if (rs.getBoolean("may_" + scope.name().toLowerCase(java.util.Locale.ROOT))) {
                scopes.add(scope);
            }
        }
        ApiGrant grant = new ApiGrant(
                rs.getLong("id"),
                rs.getString("name"),
                rs.getString("vendor"),
                Set.of(rs.getString("sources").split(",")),
                scopes,
                rs.getBoolean("sandbox"));
        return new ApiToken(
                grant,
                time(rs, "created_at"),
                rs.getString("created_by"),
                time(rs, "expires_at"),
                time(rs, "revoked_at"),
                time(rs, "used_at"));
    }

    private static Instant time(ResultSet rs, String column) throws SQLException {
        return Utc.instant(rs.getObject(column, LocalDateTime.class));
    }
}
