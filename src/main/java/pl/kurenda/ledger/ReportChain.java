package pl.kurenda.ledger;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The links of the chain over the daily reports, in the order in which they were made. Only appended to. */
public interface ReportChain {

    /** All links by their numbers. */
    List<Link> all();

    /** The newest link of a day. */
    Optional<Link> latest(LocalDate day);

    /** The link that was made last. */
    Optional<Link> last();

    /**
     * Appends a link.
     *
     * @throws org.springframework.dao.DuplicateKeyException if another node has appended one of this number meanwhile
     */
    void append(Link link);

    /**
     * A link.
     *
     * @param number from 1
     * @param day of the report
     * @param revision of that day's report, from 1
     * @param sha256 of the text in UTF-8, 64 lower-case hex digits
     * @param text of the chain file
     */
    record Link(int number, LocalDate day, int revision, String sha256, String text) {}
}
