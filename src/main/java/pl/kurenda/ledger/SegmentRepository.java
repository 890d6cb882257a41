package pl.kurenda.ledger;

import java.util.List;
import org.springframework.data.repository.Repository;
import pl.kurenda.ledger.ReminderStory.Part;

/** The table {@code segment}, for reading. */
interface SegmentRepository extends Repository<SegmentEntity, SegmentEntity.Key> {

    List<Part> findByReminderIdOrderByNumber(long reminderId);
}
