package pl.kurenda.ledger.read;

import java.util.List;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.kurenda.ledger.read.FileHistory.FileDecisionMade;

/** The table {@code batch_decision}, for reading. */
@Transactional(readOnly = true)
interface BatchDecisionRepository extends Repository<BatchDecisionEntity, Long> {

    List<FileDecisionMade> findByBatchIdOrderById(long batchId);
}
