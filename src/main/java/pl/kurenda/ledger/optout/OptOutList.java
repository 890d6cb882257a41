package pl.kurenda.ledger.optout;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** Reads the opt-outs for a page, a part at a time. An id identifies an entry, so the page needs no full number. */
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
     * Returns a part of the list, newest first.
     *
     * @param from how many to skip, from 0
     * @param count largest number, 1 or more
     */
    public List<OptOutEntry> page(int from, int count) {
        return optOuts.page(from, count).stream()
                .map(line -> line.getOptOut().entry(line.getChange()))
                .toList();
    }

    /**
     * Returns the number of an entry.
     *
     * @return empty if that change did not opt the number out, or the opt-out has changed since
     */
    public Optional<Msisdn> phone(long id) {
        return history.optedOut(id).map(Msisdn::new);
    }
}
