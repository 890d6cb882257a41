package pl.kurenda.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Where vendors are told of outcomes, and what is on its way to them: each outcome once at least. Needs no lease. */
public interface Webhooks {

    /**
     * Makes one; it is told of what comes to be from now on.
     *
     * @param sources as the ledger calls them
     * @param secret that signs what is posted
     * @return its id
     */
    long create(String vendor, String url, String secret, Set<String> sources, String who);

    /** Those that have not been ended, by id. */
    List<Webhook> all();

    /** Ends one; what is on its way to it is given up. */
    boolean end(long id, String who);

    /** Gives one a new secret, which signs from the next post on; what is on its way stays on its way. */
    boolean rotate(long id, String secret, String who);

    /** Puts new outcomes into deliveries. */
    void plan();

    /**
     * Takes what is due, at most one delivery for each webhook, in order: while one waits to be tried again, those behind it
     * wait, too.
     *
     * @param not webhooks to leave out
     * @param hold how long other nodes leave these alone
     */
    List<Delivery> claim(Collection<Long> not, Duration hold);

    /** The outcomes of a delivery. */
    List<OutcomeEvent> events(Delivery delivery);

    /** The receiver has it. */
    void delivered(Delivery delivery, String answer);

    /**
     * The receiver does not have it.
     *
     * @param next when to try again; null for never
     */
    void failed(Delivery delivery, String answer, Instant next);

    /** What was given up, by id. */
    void eachDead(Consumer<Delivery> consumer);

    /** Tries again what was given up of a webhook. */
    int redrive(long webhookId, String who);

    /**
     * A place to post to.
     *
     * @param id of the webhook
     * @param vendor whose it is
     * @param url to post to
     * @param secret that signs
     * @param sources as the ledger calls them
     */
    record Webhook(long id, String vendor, String url, String secret, Set<String> sources) {
        /** Without the secret. */
        @Override
        public String toString() {
            return "Webhook[id=" + id + "]";
        }
    }

    /**
     * A part of the feed on its way.
     *
     * @param id the same at each attempt
     * @param webhook it goes to
     * @param after position of the feed behind which it begins
     * @param to position of the feed with which it ends
     * @param attempts that failed
     * @param answer of the last one, or null
     */
    record Delivery(long id, Webhook webhook, long after, long to, int attempts, String answer) {}
}
