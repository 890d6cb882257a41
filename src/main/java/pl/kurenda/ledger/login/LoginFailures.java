package pl.kurenda.ledger.login;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Counts failed logins over all nodes, and tells how long to wait. */
public interface LoginFailures {

    /**
     * How long nobody may try, by one question for all of them.
     *
     * @param subjects a user, an address, or both; any texts
     * @return those for which no try is allowed now
     */
    Map<String, Duration> locked(Collection<String> subjects);

    /** The same of one; zero if a try is allowed now. */
    default Duration locked(String subject) {
        return locked(List.of(subject)).getOrDefault(subject, Duration.ZERO);
    }

    /** Whether it has succeeded within the last weeks. */
    boolean known(String subject);

    /**
     * Counts one. After so many free ones, each doubles the pause from one second on.
     *
     * @param free how many have no consequence
     * @param longest the pause grows no longer; after twice as long without a failure the count begins anew
     */
    void failed(String subject, int free, Duration longest);

    /** Forgets them, after a login, and keeps for some weeks that there was one. */
    void succeeded(String subject);
}
