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

    /** All rows in one transaction: a crash leaves no half of a day. */
    default void keep(LocalDate day, List<Standing> standing) {
        standing.forEach(s -> keep(day, s.source(), s.state(), s.reminders(), s.grosze()));
    }

    /** What another node has kept stays. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert ignore into day_standing (day, source, state, reminders, amount)
            values (:day, :source, :state, :reminders, :grosze)""")
    void keep(LocalDate day, String source, String state, long reminders, long grosze);
}
