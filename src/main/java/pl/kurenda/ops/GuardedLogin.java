package pl.kurenda.ops;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import pl.kurenda.ledger.LoginFailures;

/**
 * Lets nobody try passwords. What counts is the user at an address; an address alone, which may be that of an office
 * behind one router, is stopped later; and a user alone later still and for a minute at most, since else anybody could
 * lock a user out from anywhere. While somebody waits the password is not even looked at, right or wrong.
 */
final class GuardedLogin implements AuthenticationProvider {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedLogin.class);

    private final AuthenticationProvider login;
    private final LoginFailures failures;

    GuardedLogin(AuthenticationProvider login, LoginFailures failures) {
        this.login = login;
        this.failures = failures;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        List<Subject> subjects = subjects(asked);
        if (subjects.stream().anyMatch(this::locked)) {
            throw new LockedException("too many failed logins");
        }
        try {
            Authentication done = login.authenticate(asked);
            count(() -> failures.succeeded(subjects.get(0).name()));
            return done;
        } catch (BadCredentialsException e) {
            count(() ->
                    subjects.forEach(subject -> failures.failed(subject.name(), subject.free(), subject.longest())));
            throw e;
        }
    }

    private boolean locked(Subject subject) {
        boolean[] locked = new boolean[1];
        count(() -> locked[0] = !failures.locked(subject.name()).isZero());
        return locked[0];
    }

    /** Without its database Kurenda is mended over health and Hawtio, which are behind the same login. */
    private static void count(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Failed logins cannot be counted: {}", e.getClass().getSimpleName());
        }
    }

    private static List<Subject> subjects(Authentication asked) {
        String user = asked.getName().toLowerCase(Locale.ROOT);
        String address = address(asked);
        return List.of(
                new Subject("both " + address + " " + user, 5, Duration.ofMinutes(15)),
                new Subject("address " + address, 20, Duration.ofMinutes(15)),
                new Subject("user " + user, 40, Duration.ofMinutes(1)));
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
}
