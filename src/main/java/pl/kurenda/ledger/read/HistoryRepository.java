package pl.kurenda.ledger.read;

import java.util.List;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code history}, for reading. */
@Transactional(readOnly = true)
interface HistoryRepository extends Repository<HistoryEntity, Long> {

    List<HistoryEntity> findByReminderId(long reminderId);
}
