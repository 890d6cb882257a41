package pl.kurenda.ledger.optout;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

/**
 * The table {@code opt_out}. The insert is SQL: if several nodes opt out one number at the same time, exactly one
 * inserts the row and the others must not fail.
 */
interface OptOutRepository extends JpaRepository<OptOutEntity, String> {

    @Modifying
    @Query(nativeQuery = true, value = """
            insert ignore into opt_out (msisdn, masked_phone, since, who, why, vendor)
            values (:msisdn, :masked, :since, :who, :why, :vendor)""")
    int insertUnlessThere(String msisdn, String masked, LocalDateTime since, String who, String why, String vendor);

    @Modifying
    @Query("update OptOut o set o.vendor = null where o.msisdn = :msisdn and o.vendor <> :vendor")
    int takeFromOtherVendor(String msisdn, String vendor);

    @Modifying
    @Query("delete from OptOut o where o.msisdn = :msisdn")
    int remove(String msisdn);

    @Modifying
    @Query("delete from OptOut o where o.msisdn = :msisdn and o.vendor = :vendor")
    int removeOf(String vendor, String msisdn);

    List<OptOutEntity> findAllByOrderByMsisdn();

    /** Reads a part of the list, newest first. */
    @Query("""
            select o as optOut,
              (select max(c.id) from OptOutChange c where c.msisdn = o.msisdn and c.optedOut) as change
            from OptOut o order by o.since desc, o.msisdn desc limit :count offset :from""")
    List<OptOutList.Line> page(int from, int count);
}
