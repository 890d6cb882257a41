package pl.kurenda.ledger;

import java.util.Optional;
import java.util.function.Function;

/** Carries out what residents ask for; the requests come in through {@link ReceiptInbox#entries}. */
public interface StopRequests {

    /**
     * Opts the numbers out. Where a number is opted out by this very request, the confirmation is queued in the same
     * transaction, so that there is one, and only one, whatever crashes.
     *
     * @param limit at most so many
     * @param confirmation what to answer, or nothing
     * @return how many were settled; fewer than the limit means that no more wait
     */
    int settle(int limit, Function<StopRequest, Optional<Confirmation>> confirmation);
}
