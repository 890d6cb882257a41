package pl.kurenda.ledger.read;

import java.util.List;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.kurenda.ledger.read.ReminderHistory.Part;

/** The table {@code segment}, for reading. */
@Transactional(readOnly = true)
interface SegmentRepository extends Repository<SegmentEntity, SegmentEntity.Key> {

    List<Part> findByReminderIdOrderByNumber(long reminderId);
}
