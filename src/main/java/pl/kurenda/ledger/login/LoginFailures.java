package pl.kurenda.ledger.login;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts failed logins of all nodes and says how long to wait. */
public interface LoginFailures {

    /**
     * Returns how long each subject is locked. All subjects are checked in one query.
     *
     * @param subjects a user, an address, or both; any texts
     * @return only subjects that are locked now
     */
    Map<String, Duration> locked(Collection<String> subjects);

    /** Returns how long one subject is locked; zero if it may try now. */
    default Duration locked(String subject) {
        return locked(List.of(subject)).getOrDefault(subject, Duration.ZERO);
    }

    /** Returns whether the subject has logged in within the last weeks. */
    boolean known(String subject);

    /**
     * Counts a failed login. After the free ones, each failure doubles the pause, starting at one second.
     *
     * @param free number of failures without a pause
     * @param longest maximum pause; after twice as long without a failure the count starts again
     */
    void failed(String subject, int free, Duration longest);

    /** Clears the failures after a login and remembers the login for some weeks. */
    void succeeded(String subject);
}
