package pl.kurenda.ledger.read;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table {@code batch}, for the pages. Queries name their index, because MariaDB otherwise reads and sorts a small
 * table as a whole.
 */
@Transactional(readOnly = true)
interface FileRepository extends Repository<FileEntity, Long> {

    Optional<FileEntity> findById(long id);

    /** Reads one page of the files of a source, or of all sources but one, newest first. */
    @Query(nativeQuery = true, value = """
            select * from batch force index (batch_received)
            where (:source is not null and source = :source or :source is null and source <> :leftOut)
              and (:state is null or state = :state)
            order by received_at desc, id desc limit :from, :count""")
    List<FileEntity> newest(String source, String leftOut, String state, int from, int count);

    @Query(nativeQuery = true, value = "select distinct source from batch force index (batch_filed) order by source")
    List<String> sources();
}
