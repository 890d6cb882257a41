package pl.kurenda.ledger.login;

import java.time.LocalDateTime;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code login_known}. */
@Transactional
interface LoginKnownRepository extends Repository<LoginKnownEntity, byte[]> {

    boolean existsBySubjectAndLastAtAfter(byte[] subject, LocalDateTime since);

    /** Stores the login. A row is rewritten at most once an hour. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into login_known (subject, last_at) values (:subject, :now)
            on duplicate key update last_at = if(last_at < :now - interval 1 hour, :now, last_at)""")
    void keep(byte[] subject, LocalDateTime now);

    @Modifying
    @Query(nativeQuery = true, value = "delete from login_known where last_at < :before limit 100")
    void removeOld(LocalDateTime before);
}
