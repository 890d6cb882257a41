package pl.kurenda.ledger;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import pl.kurenda.recipient.Msisdn;

/** The opt-outs as a page shows them: a part at a time, and named by an id, not by the number. */
@Service
public class OptOutList {
    private final Books books;

    OptOutList(Books books) {
        this.books = books;
    }

    /**
     * A part of the list, the newest first.
     *
     * @param from how many to leave out, from 0
     * @param count how many at most, 1 or more
     */
    public List<OptOutEntry> page(int from, int count) {
        return books.sql()
                .query(
                        """
                        select (select max(c.id) from opt_out_change c where c.msisdn = o.msisdn and c.opted_out),
                          o.masked_phone, o.since, o.who, o.why
                        from opt_out o force index (opt_out_since) order by o.since desc, o.msisdn desc limit :from, :count""",
                        Map.of("from", from, "count", count),
                        (row, n) -> new OptOutEntry(
                                row.getLong(1),
                                row.getString(2),
                                Utc.instant(row.getObject(3, LocalDateTime.class)),
                                row.getString(4),
                                row.getString(5)));
    }

    /**
     * The number of an entry.
     *
     * @return nothing if it is not, or no longer, opted out by that change
     */
    public Optional<Msisdn> phone(long id) {
        return books.sql().queryForList("""
                        select c.msisdn from opt_out_change c join opt_out o on o.msisdn = c.msisdn
                        where c.id = :id and c.opted_out and not exists (
                          select 1 from opt_out_change later where later.msisdn = c.msisdn and later.id > c.id)""", Map.of("id", id), String.class).stream()
                .map(Msisdn::new)
                .findFirst();
    }
}
