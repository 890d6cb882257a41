package pl.kurenda.ledger;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** The requests in the database. */
@Service
class StopBooks implements StopRequests {
    private static final String WHO = "resident";
    private static final String WHY = "STOP_BY_SMS";

    private final Books books;
    private final Changes changes;
    private final OptOutBooks optOuts;
    private final Confirmations confirmations;

    StopBooks(Books books, Changes changes, OptOutBooks optOuts, Confirmations confirmations) {
        this.books = books;
        this.changes = changes;
        this.optOuts = optOuts;
        this.confirmations = confirmations;
    }

    @Override
    public int settle(int limit, Function<StopRequest, Optional<Confirmation>> confirmation) {
        List<Due> due = books.sql()
                .query(
                        """
                        select id, smsc, msisdn, addressed, received_at from stop_request
                        where settled_at is null order by id limit :limit""",
                        Map.of("limit", limit),
                        (rs, n) -> new Due(
                                rs.getLong(1),
                                new StopRequest(
                                        rs.getString(2),
                                        new Msisdn(rs.getString(3)),
                                        rs.getString(4),
                                        Utc.instant(rs.getObject(5, LocalDateTime.class)))));
        due.forEach(one -> settle(one, confirmation));
        return due.size();
    }

    /** Another node may be at the same request: only one of them enters the number. */
    private void settle(Due due, Function<StopRequest, Optional<Confirmation>> confirmation) {
        books.transact(() -> {
            if (open(due.id()) && optOuts.enter(due.request().phone(), WHO, WHY)) {
                confirmation
                        .apply(due.request())
                        .ifPresent(text ->
                                confirmations.queue(due.id(), due.request().phone(), text));
            }
        });
        optOuts.sweep(due.request().phone());
        books.transact(() -> books.update(
                "update stop_request set settled_at = :now where id = :id and settled_at is null",
                Map.of("now", changes.now(), "id", due.id())));
    }

    /** An office may have taken the number off the list again since another node settled this request. */
    private boolean open(long id) {
        return !books.sql()
                .queryForList(
                        "select 1 from stop_request where id = :id and settled_at is null for update",
                        Map.of("id", id),
                        Integer.class)
                .isEmpty();
    }

    private record Due(long id, StopRequest request) {}
}
