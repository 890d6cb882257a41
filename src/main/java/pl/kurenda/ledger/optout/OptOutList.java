package pl.kurenda.ledger.optout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** The opt-outs as a page shows them: in parts, and identified by an id instead of the number. */
@Service
public class OptOutList {
    /** An opt-out and the id of the change that made it. */
    interface Line {
        OptOutEntity getOptOut();

        long getChange();
    }

    private final OptOutRepository optOuts;
    private final OptOutChangeRepository history;

    public OptOutList(OptOutRepository optOuts, OptOutChangeRepository history) {
        this.optOuts = optOuts;
        this.history = history;
    }

    /**
     * A part of the list, the newest first.
     *
     * @param from how many to leave out, from 0
     * @param count how many at most, 1 or more
     */
    public List<OptOutEntry> page(int from, int count) {
        return optOuts.page(from, count).stream()
                .map(line -> line.getOptOut().entry(line.getChange()))
                .toList();
    }

    /**
     * The number of an entry.
     *
     * @return empty if that change did not opt the number out, or the number has changed since
     */
    public Optional<Msisdn> phone(long id) {
        return history.optedOut(id).map(Msisdn::new);
    }
}
