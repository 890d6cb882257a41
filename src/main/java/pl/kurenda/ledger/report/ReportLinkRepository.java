package pl.kurenda.ledger.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;
import pl.kurenda.ledger.report.ReportChain.Link;

/** The table {@code report_chain}. Rows are never changed. */
@Transactional
interface ReportLinkRepository extends Repository<ReportLinkEntity, Integer> {

    List<Link> findAllByOrderByNumber();

    Optional<Link> findFirstByDayOrderByRevisionDesc(LocalDate day);

    Optional<Link> findFirstByOrderByNumberDesc();

    ReportLinkEntity save(ReportLinkEntity link);
}
