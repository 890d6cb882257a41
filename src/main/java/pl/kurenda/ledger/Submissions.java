package pl.kurenda.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was submitted through the interface, and the batch that came of it. Needs no lease. */
public interface Submissions {

    /**
     * Books it, or finds the one that has its key, whichever of several callers is first.
     *
     * @return the one that stands, which is the given one if it is the first
     */
    Submission register(Submission submission);

    /** Books that the intake has been given the file. */
    void dropped(String id);

    /** Books that the intake could not read the file of a source after all. */
    void failed(String source, String fileName, String code, String detail);

    /** Those that were received before and whose file has not been dropped, the oldest first, 100 at most. */
    List<Submission> undropped(Instant before);

    /** One of them. */
    Optional<Submission> find(String id);

    /** The batch that has the rows of its file. */
    Optional<BatchOf> batch(Submission submission);

    /**
     * A batch and whose it is.
     *
     * @param batchId id of the batch
     * @param own whether it was loaded from this submission, and not from an earlier file with the same content
     * @param loading whether its rows are still coming
     */
    record BatchOf(long batchId, boolean own, boolean loading) {}
}
