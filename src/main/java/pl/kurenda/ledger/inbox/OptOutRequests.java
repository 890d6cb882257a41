package pl.kurenda.ledger.inbox;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.optout.Confirmation;
import pl.kurenda.ledger.optout.Confirmations;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.recipient.Msisdn;

/** Carries out the opt-out requests of residents. The requests come in through {@link Inbox#entries}. */
@Service
public class OptOutRequests {
    private static final String WHO = "resident";
    private static final String WHY = "STOP_BY_SMS";

    private final LedgerJdbc ledgerJdbc;
    private final StopRepository requests;
    private final StateHistory stateHistory;
    private final OptOuts optOuts;
    private final Confirmations confirmations;

    public OptOutRequests(
            LedgerJdbc ledgerJdbc,
            StopRepository requests,
            StateHistory stateHistory,
            OptOuts optOuts,
            Confirmations confirmations) {
        this.ledgerJdbc = ledgerJdbc;
        this.requests = requests;
        this.stateHistory = stateHistory;
        this.optOuts = optOuts;
        this.confirmations = confirmations;
    }

    /**
     * Opts the numbers out. The request that opts a number out also queues the confirmation in the same transaction, so
     * there is exactly one confirmation even after a crash.
     *
     * @param limit largest number of requests
     * @param confirmation makes the confirmation; empty for none
     * @return number of settled requests; if below the limit, no more wait
     */
    public int settle(int limit, Function<OptOutRequest, Optional<Confirmation>> confirmation) {
        List<OptOutRequestEntity> due = requests.findBySettledAtIsNullOrderById(Limit.of(limit));
        due.forEach(one -> settle(one.id(), one.request(), confirmation));
        return due.size();
    }

    /** Settles one request. Two nodes may work on the same request, but only one of them opts the number out. */
    private void settle(long id, OptOutRequest request, Function<OptOutRequest, Optional<Confirmation>> confirmation) {
        Msisdn phone = request.phone();
        ledgerJdbc.transact(() -> {
            // The office may have removed the opt-out since another node settled this request.
            if (requests.lockOpen(id).isPresent() && optOuts.enter(phone, WHO, WHY)) {
                confirmation.apply(request).ifPresent(text -> confirmations.queue(id, phone, text));
            }
        });
        optOuts.sweep(phone);
        ledgerJdbc.transact(() -> requests.settle(id, stateHistory.now()));
    }
}
