package pl.kurenda.ledger.report;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.kurenda.ledger.report.ReportDays.Standing;

/** The table {@code day_standing}. */
@Transactional
interface DayStandingRepository extends Repository<DayStandingEntity, DayStandingEntity.Key> {

    List<Standing> findByDayOrderBySourceAscStateAsc(LocalDate day);

    /** Stores all rows in one transaction, so that a crash leaves no incomplete day. */
    default void keep(LocalDate day, List<Standing> standing) {
        standing.forEach(s -> keep(day, s.source(), s.state(), s.reminders(), s.grosze()));
    }

    /** Keeps the row if another node has already stored it. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert ignore into day_standing (day, source, state, reminders, amount)
            values (:day, :source, :state, :reminders, :grosze)""")
    void keep(LocalDate day, String source, String state, long reminders, long grosze);
}
