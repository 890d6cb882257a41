package pl.kurenda.ledger.optout;

import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The table {@code opt_out_change}. */
interface OptOutChangeRepository extends JpaRepository<OptOutChangeEntity, Long> {

    /** Finds the number of a change, if the change is the last one of that number and the number is still opted out. */
    @Query("""
            select c.msisdn from OptOutChange c join OptOut o on o.msisdn = c.msisdn
            where c.id = :id and c.optedOut and not exists (
              select 1 from OptOutChange later where later.msisdn = c.msisdn and later.id > c.id)""")
    Optional<String> optedOut(long id);
}
