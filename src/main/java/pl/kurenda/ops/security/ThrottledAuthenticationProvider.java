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
 * Lets nobody try passwords. What counts is the user at an address; an address alone, which may be that of an office
 * behind one router, is stopped later; and a user alone later still, for a minute at most and not where that user has logged
 * in from of late, since else anybody could lock a user out from anywhere. While somebody waits the password is not even looked
 * at, right or wrong. From one address one password is looked at at a time, so that many at once do not all pass before the
 * first of them is counted.
 */
final class ThrottledAuthenticationProvider implements AuthenticationProvider {
    /** Addresses share them by chance. */
    private static final int GATES = 64;
    /** So many wait at one at most: else a guesser's requests would hold all threads of the server. */
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

    /** @param patience with those who try before from the same address */
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

    /** Of IPv6 the network: whoever has one address has them all. */
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
     * Whose failures are counted.
     *
     * @param free how many have no consequence
     * @param longest pause
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
