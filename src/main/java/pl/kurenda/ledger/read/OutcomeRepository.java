package pl.kurenda.ledger.read;

import java.util.List;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code outcome}, for reading. */
@Transactional(readOnly = true)
interface OutcomeRepository extends Repository<OutcomeEntity, Long> {

    List<OutcomeEntity> findByReminderIdAndFromStateIsNotNull(long reminderId);
}
