package pl.kurenda.ledger.batch;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code rejected_row}, for reading. */
@Transactional(readOnly = true)
public interface RejectedRowRepository extends Repository<RejectedRowEntity, RejectedRowEntity.Key> {

    /** Finds some rejected rows of a file after a line. */
    @Query("""
            select new pl.kurenda.ledger.batch.RejectedLine(r.line, r.reason, r.columnName, r.value)
            from RejectedRow r where r.batchId = :batchId and r.line > :after order by r.line""")
    List<RejectedLine> after(long batchId, int after, Limit limit);
}
