package pl.kurenda.ledger.batch;

import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code reminder}, for reading one reminder. */
@Transactional(readOnly = true)
public interface ReminderRepository extends Repository<ReminderEntity, Long> {

    Optional<Wording> findWordingById(long id);

    /**
     * The content of a reminder.
     *
     * @param name of the resident, or null
     * @param account to pay into, or null
     * @param sender of the SMS
     * @param text of the SMS; empty if it has been erased
     * @param segments of the text
     * @param cost PLN
     */
    record Wording(String name, String account, String sender, String text, int segments, BigDecimal cost) {

        /** Omits personal data. */
        @Override
        public String toString() {
            return "Wording[segments=" + segments + "]";
        }
    }
}
