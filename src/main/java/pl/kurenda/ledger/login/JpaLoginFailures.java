package pl.kurenda.ledger.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.Utc;

/** Counts failed logins in the database, for all nodes. Only hashes of the subjects are kept. */
@Service
public class JpaLoginFailures implements LoginFailures {
    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration KNOWN = Duration.ofDays(30);

    private final LoginFailureRepository failures;
    private final LoginKnownRepository logins;
    private final Clock clock;

    public JpaLoginFailures(LoginFailureRepository failures, LoginKnownRepository logins, Clock clock) {
        this.failures = failures;
        this.logins = logins;
        this.clock = clock;
    }

    @Override
    public Map<String, Duration> locked(Collection<String> subjects) {
        LocalDateTime now = now();
        Map<String, Duration> locked = new HashMap<>();
        for (LoginFailureEntity found : failures.findBySubjectInAndLockedUntilAfter(
                subjects.stream().map(JpaLoginFailures::hash).toList(), now)) {
            Duration left = Duration.between(now, found.lockedUntil());
            subjects.stream()
                    .filter(subject -> Arrays.equals(hash(subject), found.subject()))
                    .forEach(subject -> locked.put(subject, left));
        }
        return locked;
    }

    @Override
    public boolean known(String subject) {
        return logins.existsBySubjectAndLastAtAfter(hash(subject), now().minus(KNOWN));
    }

    @Override
    public void failed(String subject, int free, Duration longest) {
        LocalDateTime now = now();
        failures.count(hash(subject), now, now.minus(longest.multipliedBy(2)), free, longest.toSeconds());
        failures.removeOld(now.minus(KEPT));
    }

    @Override
    public void succeeded(String subject) {
        LocalDateTime now = now();
        failures.forget(hash(subject));
        logins.keep(hash(subject), now);
        logins.removeOld(now.minus(KNOWN));
    }

    private LocalDateTime now() {
        return Utc.of(clock.instant());
    }

    private static byte[] hash(String subject) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(subject.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
