package pl.kurenda.ledger;

import java.time.Clock;

/** What vendors may do, and are told, on the database of a test. */
public final class TestVendors {
    private final ApiTokens tokens;
    private final OutcomeFeed feed;
    private final Webhooks webhooks;

    TestVendors(Books books, Clock clock) {
        tokens = new ApiTokenBooks(books, clock);
        feed = new OutcomeFeed(books, tokens, clock);
        webhooks = new WebhookBooks(books, feed, clock);
    }

    /** Their tokens. */
    public ApiTokens tokens() {
        return tokens;
    }

    /** The outcomes as they read them. */
    public OutcomeFeed feed() {
        return feed;
    }

    /** Where they are told of outcomes. */
    public Webhooks webhooks() {
        return webhooks;
    }
}
