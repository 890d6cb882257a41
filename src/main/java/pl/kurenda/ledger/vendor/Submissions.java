package pl.kurenda.ledger.vendor;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.exception.ConstraintViolationException;
import org.springframework.stereotype.Service;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.core.Utc;

/**
 * Stores what vendors submit through the API and finds the batches made from it. Needs no lease. The look-up of the
 * batch is SQL, because it reads three values from a heavily used table.
 */
@Service
public class Submissions {
    private static final int LONGEST_DETAIL = 255;
    private static final int ID_LENGTH = 26;

    private final LedgerJdbc ledgerJdbc;
    private final SubmissionRepository submissions;
    private final StateHistory stateHistory;

    Submissions(LedgerJdbc ledgerJdbc, SubmissionRepository submissions, StateHistory stateHistory) {
        this.ledgerJdbc = ledgerJdbc;
        this.submissions = submissions;
        this.stateHistory = stateHistory;
    }

    /**
     * Stores a submission, or finds the one with the same key. If several callers use one key, one of them stores it
     * and the others find it.
     *
     * @return the stored submission, which is the given one if it is the first
     */
    public Submission register(Submission submission) {
        return sameKey(submission).orElseGet(() -> {
            try {
                ledgerJdbc.transact(() -> ledgerJdbc.insert(List.of(new SubmissionEntity(submission))));
                return submission;
            } catch (ConstraintViolationException e) {
                // Another request with the same key was faster.
                return sameKey(submission).orElseThrow(() -> e);
            }
        });
    }

    private Optional<Submission> sameKey(Submission submission) {
        return submissions
                .findByVendorAndSourceAndRepeatKey(submission.vendor(), submission.source(), submission.repeatKey())
                .map(SubmissionEntity::submission);
    }

    /** Records that the file is in the folder of the intake. */
    public void dropped(String id) {
        ledgerJdbc.transact(() -> submissions.dropped(id, stateHistory.now()));
    }

    /** Records that the intake could not read the file after all. */
    public void failed(String source, String fileName, String code, String detail) {
        String id = fileName.substring(0, Math.min(ID_LENGTH, fileName.length()));
        String shortDetail = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        ledgerJdbc.transact(() -> submissions.failed(id, source, fileName, code, shortDetail));
    }

    /**
     * Returns submissions received before this time whose file is not in the folder of the intake, oldest first, at
     * most 100.
     */
    public List<Submission> undropped(Instant before) {
        return submissions.findTop100ByDroppedAtIsNullAndReceivedAtBeforeOrderByReceivedAt(Utc.of(before)).stream()
                .map(SubmissionEntity::submission)
                .toList();
    }

    /** Finds a submission by its id. */
    public Optional<Submission> find(String id) {
        return submissions.findById(id).map(SubmissionEntity::submission);
    }

    /** Finds the batch with the rows of its file. */
    public Optional<BatchOf> batch(Submission submission) {
        return ledgerJdbc
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

    /**
     * A batch and its origin.
     *
     * @param batchId id of the batch
     * @param own whether it was loaded from this submission, and not from an earlier file with the same content
     * @param loading whether its rows are still being loaded
     */
    public record BatchOf(long batchId, boolean own, boolean loading) {}
}
