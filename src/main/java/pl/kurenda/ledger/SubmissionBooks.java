package pl.kurenda.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/** The submissions in the database. */
@Service
class SubmissionBooks implements Submissions {
    private static final int LONGEST_DETAIL = 255;

    private final Books books;
    private final Changes changes;

    SubmissionBooks(Books books, Changes changes) {
        this.books = books;
        this.changes = changes;
    }

    @Override
    public Submission register(Submission submission) {
        return sameKey(submission).orElseGet(() -> {
            try {
                books.transact(() -> insert(submission));
                return submission;
            } catch (DuplicateKeyException e) {
                // Another request with the same key was faster.
                return sameKey(submission).orElseThrow(() -> e);
            }
        });
    }

    private Optional<Submission> sameKey(Submission submission) {
        return one(
                "vendor = :vendor and source = :source and repeat_key = :key",
                Map.of(
                        "vendor", submission.vendor(),
                        "source", submission.source(),
                        "key", submission.repeatKey()));
    }

    private void insert(Submission submission) {
        Map<String, Object> values = new HashMap<>();
        values.put("id", submission.id());
        values.put("token", submission.tokenId());
        values.put("vendor", submission.vendor());
        values.put("source", submission.source());
        values.put("key", submission.repeatKey());
        values.put("body", submission.bodySha256());
        values.put("file", submission.fileName());
        values.put("sha256", submission.fileSha256());
        values.put("rows", submission.rows());
        values.put("at", Utc.of(submission.receivedAt()));
        books.update("""
                insert into submission (id, token_id, vendor, source, repeat_key, body_sha256, file_name, file_sha256,
                  row_count, received_at)
                values (:id, :token, :vendor, :source, :key, :body, :file, :sha256, :rows, :at)""", values);
    }

    @Override
    public void dropped(String id) {
        books.transact(() -> books.update(
                "update submission set dropped_at = :now where id = :id and dropped_at is null",
                Map.of("now", changes.now(), "id", id)));
    }

    @Override
    public void failed(String source, String fileName, String code, String detail) {
        Map<String, Object> values = Map.of(
                "source",
                source,
                "file",
                fileName,
                "code",
                code,
                "detail",
                detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL));
        books.transact(() -> books.update("""
                update submission set failure = :code, failure_detail = :detail
                where id = left(:file, 26) and source = :source and file_name = :file""", values));
    }

    @Override
    public List<Submission> undropped(Instant before) {
        return books.sql().query("""
                        select * from submission where dropped_at is null and received_at < :before
                        order by received_at limit 100""", Map.of("before", Utc.of(before)), (rs, n) -> submission(rs));
    }

    @Override
    public Optional<Submission> find(String id) {
        return one("id = :id", Map.of("id", id));
    }

    @Override
    public Optional<BatchOf> batch(Submission submission) {
        return books
                .sql()
                .query(
                        """
                        select id, file_name, state from batch where source = :source and sha256 = :sha256
                        order by file_name = :name desc, superseded limit 1""",
                        Map.of(
                                "source",
                                submission.source(),
                                "sha256",
                                submission.fileSha256(),
                                "name",
                                submission.fileName()),
                        (rs, n) -> new BatchOf(
                                rs.getLong(1),
                                rs.getString(2).equals(submission.fileName()),
                                rs.getString(3).equals("LOADING")))
                .stream()
                .findFirst();
    }

    private Optional<Submission> one(String which, Map<String, ?> values) {
        return books.sql().query("select * from submission where " + which, values, (rs, n) -> submission(rs)).stream()
                .findFirst();
    }

    private static Submission submission(ResultSet rs) throws SQLException {
        return new Submission(
                rs.getString("id"),
                rs.getLong("token_id"),
                rs.getString("vendor"),
                rs.getString("source"),
                rs.getString("repeat_key"),
                rs.getString("body_sha256"),
                rs.getString("file_name"),
                rs.getString("file_sha256"),
                rs.getObject("row_count", Integer.class),
                Utc.instant(rs.getObject("received_at", LocalDateTime.class)),
                rs.getObject("dropped_at") != null,
                rs.getString("failure") == null
                        ? null
                        : new Submission.Failure(rs.getString("failure"), rs.getString("failure_detail")));
    }
}
