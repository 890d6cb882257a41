package pl.kurenda.ledger;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The table {@code history}, for reading. */
interface HistoryRepository extends Repository<HistoryEntity, Long> {

    List<HistoryEntity> findByReminderId(long reminderId);
}
