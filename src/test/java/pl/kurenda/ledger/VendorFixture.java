package pl.kurenda.ledger;

import java.time.Clock;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.vendor.ApiTokens;
import pl.kurenda.ledger.vendor.OutcomeFeed;
import pl.kurenda.ledger.vendor.Webhooks;

/** The permissions of vendors and the callbacks to them, on the database of a test. */
public final class VendorFixture {
    private final ApiTokens tokens;
    private final OutcomeFeed feed;
    private final Webhooks webhooks;

    VendorFixture(LedgerFixture ledger, Clock clock) {
        LedgerJdbc books = ledger.books();
        AuditLog audit = ledger.audit();
        tokens = ledger.make(ApiTokens.class, books, audit, clock);
        feed = new OutcomeFeed(books, tokens, clock);
        webhooks = ledger.make(Webhooks.class, books, feed, audit, clock);
    }

    /** Their tokens. */
    public ApiTokens tokens() {
        return tokens;
    }

    /** The outcomes as vendors read them. */
    public OutcomeFeed feed() {
        return feed;
    }

    /** The callbacks that report outcomes to vendors. */
    public Webhooks webhooks() {
        return webhooks;
    }
}
