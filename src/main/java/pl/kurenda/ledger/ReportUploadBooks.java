package pl.kurenda.ledger;

import java.time.Instant;

/** Which reports finance has been sent, on all nodes. */
public interface ReportUploadBooks {

    /**
     * Claims the upload of a report for this daemon, for five minutes.
     *
     * @param fileName of the report
     * @param sha256 of its octets, 64 lower-case hex digits
     * @param modified its time stamp
     * @return false if finance has this content already, or something younger, or another daemon is at it
     */
    boolean claim(String fileName, String sha256, Instant modified);

    /** Books that finance has this content. */
    void uploaded(String fileName, String sha256, Instant modified);
}
