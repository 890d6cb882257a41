package pl.kurenda.ledger.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.Utc;

/** The links of the chain over the daily reports, in the order in which they were made. Links are only added. */
@Component
public class ReportChain {
    private final ReportLinkRepository links;
    private final Clock clock;

    ReportChain(ReportLinkRepository links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Returns all links by number. */
    public List<Link> all() {
        return links.findAllByOrderByNumber();
    }

    /** Finds the newest link of a day. */
    public Optional<Link> latest(LocalDate day) {
        return links.findFirstByDayOrderByRevisionDesc(day);
    }

    /** Finds the last link. */
    public Optional<Link> last() {
        return links.findFirstByOrderByNumberDesc();
    }

    /**
     * Adds a link.
     *
     * @throws org.springframework.dao.DataIntegrityViolationException if another node has added a link with this number
     */
    public void append(Link link) {
        links.save(new ReportLinkEntity(link, Utc.of(clock.instant())));
    }

    /**
     * A link.
     *
     * @param number from 1
     * @param day of the report
     * @param revision of that day's report, from 1
     * @param sha256 of the text in UTF-8, 64 lower-case hex digits
     * @param text of the chain file
     */
    public record Link(int number, LocalDate day, int revision, String sha256, String text) {}
}
