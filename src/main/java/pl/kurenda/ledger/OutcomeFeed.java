package pl.kurenda.ledger;

import java.util.Collection;
import java.util.List;

/** The outcomes of the sources that have tokens or webhooks, in an order in which none is missed. */
public interface OutcomeFeed {

    /** Gives positions to outcomes that have none; one node at a time. */
    void publish();

    /**
     * A part of the feed, without what other vendors sent in.
     *
     * @param vendor who asks
     * @param sources as the ledger calls them
     * @param after the position to go on behind; 0 from the beginning
     * @param limit how many at most, 1 or more
     */
    Page read(String vendor, Collection<String> sources, long after, int limit);

    /** The last position that was given out. */
    long head();

    /**
     * A part of the feed.
     *
     * @param events by position
     * @param next the position to go on behind
     * @param more whether more are there already
     */
    record Page(List<OutcomeEvent> events, long next, boolean more) {}
}
