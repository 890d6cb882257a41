package pl.kurenda.ops.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import pl.kurenda.ledger.LedgerFixture;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiTokens;

class TokenCommandTest {
    private static final Pattern SECRET = Pattern.compile("kur_(live|test)_[A-Za-z0-9_-]{43}");

    private final LedgerFixture ledger = new LedgerFixture();
    private final ApiTokens tokens = ledger.vendors().tokens();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void aTokenAllowsWhatWasSaidAndIsKeptAsAHashAlone() {
        String secret = made("token", "create", "odpady", "--sources=waste,tax", "--scopes=read", "--name=nocny");
        assertThat(tokens.bearer(secret))
                .contains(new ApiGrant(1, "nocny", "odpady", Set.of("waste", "tax"), Set.of(Scope.READ), false));
        assertThat(ledger.sql("select hex(hash) from api_token where hash = unhex(sha2('" + secret + "', 256))"))
                .hasSize(1);
        assertThat(ledger.sql("select why from audit_log where action = 'TOKEN_CREATED' and who = 'ewa'"))
                .containsExactly("token 1: odpady: tax waste; READ");
        assertThat(tokens.bearer(secret.substring(0, secret.length() - 1))).isEmpty();
    }

    @Test
    void aTokenThatWouldBeDeadAtOnceIsRefused() {
        assertThat(run("token", "create", "odpady", "--sources=waste", "--days=0", "--who=ewa"))
                .isEqualTo(2);
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    void anExpiredTokenIsGoodForNothing() {
        String secret = made("token", "create", "odpady", "--sources=waste", "--days=1");
        ledger.clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(tokens.bearer(secret)).isPresent();
        ledger.clock().advance(Duration.ofSeconds(1));
        assertThat(tokens.bearer(secret)).isEmpty();
        assertThat(run("token", "rotate", "1", "--who=ewa")).isEqualTo(1);
        assertThat(run("token", "list")).isZero();
        assertThat(text()).contains("\texpired\t");
    }

    @Test
    void aRotatedTokenIsGoodForTheOverlapAndItsSuccessorHasItsRights() {
        String old = made("token", "create", "odpady", "--sources=waste", "--sandbox");
        assertThat(old).startsWith("kur_test_");
        String fresh = made("token", "rotate", "1", "--overlap=2");
        Optional<ApiGrant> now = tokens.bearer(fresh);
        assertThat(now).get().satisfies(grant -> {
            assertThat(grant.sandbox()).isTrue();
            assertThat(grant.ledgerNames()).containsExactly("waste~sandbox");
            assertThat(grant.scopes()).containsExactlyInAnyOrder(Scope.values());
        });
        assertThat(tokens.bearer(old)).isPresent();
        ledger.clock().advance(Duration.ofHours(2));
        assertThat(tokens.bearer(old)).isEmpty();
        assertThat(tokens.bearer(fresh)).isPresent();
    }

    @Test
    void aRevokedTokenEndsAtOnceAndOnce() {
        String secret = made("token", "create", "odpady", "--sources=waste");
        assertThat(run("token", "revoke", "1", "--why=lost", "--who=ewa")).isZero();
        assertThat(tokens.bearer(secret)).isEmpty();
        assertThat(run("token", "revoke", "1", "--why=lost", "--who=ewa")).isEqualTo(1);
        assertThat(run("token", "rotate", "7", "--who=ewa")).isEqualTo(1);
        assertThat(ledger.sql("select why from audit_log where action = 'TOKEN_REVOKED'"))
                .containsExactly("token 1: lost");
    }

    private String made(String... words) {
        out.reset();
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--who=ewa";
        assertThat(run(all)).isZero();
        Matcher secret = SECRET.matcher(text());
        assertThat(secret.find()).as(text()).isTrue();
        return secret.group();
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private int run(String... words) {
        return new TokenCommand(
                        tokens,
                        Set.of("waste", "tax"),
                        ledger.clock(),
                        Locale.ENGLISH,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        System.err)
                .run(new DefaultApplicationArguments(words));
    }
}
