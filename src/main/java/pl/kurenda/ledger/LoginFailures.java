package pl.kurenda.ledger;

import java.time.Duration;

/** Counts failed logins over all nodes, and tells how long to wait. */
public interface LoginFailures {

    /**
     * How long nobody may try.
     *
     * @param subject a user, an address, or both; any text
     * @return zero if a try is allowed now
     */
    Duration locked(String subject);

    /**
     * Counts one. After so many free ones, each doubles the pause from one second on.
     *
     * @param free how many have no consequence
     * @param longest the pause grows no longer; after twice as long without a failure the count begins anew
     */
    void failed(String subject, int free, Duration longest);

    /** Forgets them, after a login. */
    void succeeded(String subject);
}
