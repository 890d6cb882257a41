package pl.kurenda.ledger.login;

import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code login_failure}. */
@Transactional
interface LoginFailureRepository extends Repository<LoginFailureEntity, byte[]> {

    List<LoginFailureEntity> findBySubjectInAndLockedUntilAfter(Collection<byte[]> subjects, LocalDateTime now);

    /**
     * Counts in one locking statement, so that two nodes never lose a count. MariaDB assigns from left to right, so
     * later assignments see the new count.
     */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into login_failure (subject, failures, last_at, locked_until)
            values (:subject, 1, :now, if(:free < 1, :now + interval 1 second, :now))
            on duplicate key update
              failures = if(last_at < :fresh, 1, least(failures + 1, 1000)), last_at = :now,
              locked_until = if(failures <= :free, :now,
                :now + interval least(pow(2, least(failures - :free - 1, 30)), :longest) second)""")
    void count(byte[] subject, LocalDateTime now, LocalDateTime fresh, int free, long longest);

    @Modifying
    @Query("delete from LoginFailure f where f.subject = :subject")
    void forget(byte[] subject);

    @Modifying
    @Query(nativeQuery = true, value = "delete from login_failure where last_at < :before limit 100")
    void removeOld(LocalDateTime before);
}
