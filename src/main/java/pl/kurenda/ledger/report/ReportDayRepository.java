package pl.kurenda.ledger.report;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code report_day}. */
@Transactional
interface ReportDayRepository extends Repository<ReportDayEntity, LocalDate> {

    @Query("select d.day from ReportDay d where d.day between :first and :last")
    List<LocalDate> made(LocalDate first, LocalDate last);

    /** One statement, so that two nodes may record the same day. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into report_day (day, made_at, node) values (:day, :now, :node)
            on duplicate key update made_at = values(made_at), node = values(node)""")
    void book(LocalDate day, LocalDateTime now, String node);
}
