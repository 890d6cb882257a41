package pl.kurenda.ops.security;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import pl.kurenda.ledger.login.LoginFailures;

/**
 * Limits password guessing. Failed logins are counted for a user at an address, for an address and for a user. An
 * address is locked later than a user at an address, because it may be an office behind one router. A user is locked
 * later still, for at most a minute, and not at an address from which that user has recently logged in; otherwise
 * anyone could lock a user out from anywhere. During a lockout the password is not checked. Passwords from one address
 * are checked one at a time, so that many attempts at once do not all pass before the first is counted.
 */
final class ThrottledAuthenticationProvider implements AuthenticationProvider {
    /** Number of gates; several addresses may share one. */
    private static final int GATES = 64;
    /** Most logins waiting at one gate; otherwise guesses would use all threads of the server. */
    private static final int WAITING = 20;

    private final AuthenticationProvider login;
    private final LoginFailures failures;
    private final BestEffortWrites database;
    private final Duration patience;
    private final List<Semaphore> gates =
            Stream.generate(() -> new Semaphore(1, true)).limit(GATES).toList();

    ThrottledAuthenticationProvider(AuthenticationProvider login, LoginFailures failures, BestEffortWrites database) {
        this(login, failures, database, Duration.ofSeconds(10));
    }

    /** @param patience how long a login waits for earlier ones from the same address */
    ThrottledAuthenticationProvider(
            AuthenticationProvider login, LoginFailures failures, BestEffortWrites database, Duration patience) {
        this.login = login;
        this.failures = failures;
        this.database = database;
        this.patience = patience;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        Semaphore gate = gates.get(Math.floorMod(address(asked).hashCode(), GATES));
        if (!come(gate)) {
            throw new LockedException("too many logins at once");
        }
        try {
            return one(asked);
        } finally {
            gate.release();
        }
    }

    private boolean come(Semaphore gate) {
        try {
            return gate.getQueueLength() < WAITING && gate.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Authentication one(Authentication asked) {
        Subjects subjects = Subjects.of(asked);
        if (locked(subjects)) {
            throw new LockedException("too many failed logins");
        }
        try {
            Authentication done = login.authenticate(asked);
            database.attempt(
                    "noting a login", () -> failures.succeeded(subjects.both().name()));
            return done;
        } catch (BadCredentialsException e) {
            database.attempt(
                    "counting a failed login",
                    () -> subjects.all()
                            .forEach(subject -> failures.failed(subject.name(), subject.free(), subject.longest())));
            throw e;
        }
    }

    private boolean locked(Subjects subjects) {
        Set<String> locked = new TreeSet<>();
        database.attempt("looking up failed logins", () -> {
            locked.addAll(
                    failures.locked(subjects.all().stream().map(Subject::name).toList())
                            .keySet());
            String user = subjects.user().name();
            if (locked.equals(Set.of(user)) && failures.known(subjects.both().name())) {
                locked.remove(user);
            }
        });
        return !locked.isEmpty();
    }

    /** Returns the address, or for IPv6 its network, because one user has all addresses of a network. */
    static String address(Authentication asked) {
        String address = asked.getDetails() instanceof WebAuthenticationDetails details
                ? String.valueOf(details.getRemoteAddress())
                : "";
        String[] groups = address.split(":");
        return groups.length < 5 ? address : String.join(":", List.of(groups).subList(0, 4)) + "::/64";
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return login.supports(authentication);
    }

    /**
     * What failed logins are counted for.
     *
     * @param free number of failures without a lockout
     * @param longest longest lockout
     */
    private record Subject(String name, int free, Duration longest) {}

    private record Subjects(Subject both, Subject address, Subject user) {
        static Subjects of(Authentication asked) {
            String user = asked.getName().toLowerCase(Locale.ROOT);
            String address = ThrottledAuthenticationProvider.address(asked);
            return new Subjects(
                    new Subject("both " + address + " " + user, 5, Duration.ofMinutes(15)),
                    new Subject("address " + address, 20, Duration.ofMinutes(15)),
                    new Subject("user " + user, 40, Duration.ofMinutes(1)));
        }

        List<Subject> all() {
            return List.of(both, address, user);
        }
    }
}
