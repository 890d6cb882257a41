package pl.kurenda.ledger;

import java.util.List;
import org.springframework.data.repository.Repository;

/** The table {@code outcome}, for reading. */
interface OutcomeRepository extends Repository<OutcomeEntity, Long> {

    List<OutcomeEntity> findByReminderIdAndFromStateIsNotNull(long reminderId);
}
