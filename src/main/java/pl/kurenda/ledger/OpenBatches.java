package pl.kurenda.ledger;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The batches that may still hold something to send to this SMSC. */
@Component
class OpenBatches {
    private final Books books;
    private final SmscIdentity smsc;

    OpenBatches(Books books, SmscIdentity smsc) {
        this.books = books;
        this.smsc = smsc;
    }

    /** Loaded batches of this SMSC's kind: what was taken for the demo stays in the demo, what is real stays out of it. */
    List<Batch> find() {
        return books.sql()
                .query(
                        "select id, source from batch where open and demo = :demo and state = 'LOADED' order by id",
                        Map.of("demo", smsc.simulator()),
                        (rs, n) -> new Batch(rs.getLong(1), rs.getString(2)));
    }

    void closeIfDone(long batchId) {
        books.update("""
                update batch set open = false where id = :id and open and not exists (
                  select 1 from reminder where batch_id = :id
                    and state in ('HELD', 'QUEUED', 'CLAIMED', 'SUBMITTING', 'UNKNOWN'))""", Map.of("id", batchId));
    }

    /** An open batch. */
    record Batch(long id, String source) {}
}
