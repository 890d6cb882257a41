package pl.kurenda.report.chain;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.report.ReportChain;
import pl.kurenda.ledger.report.ReportChain.Link;

/**
 * Finds the place of a day's files in the chain. Call it under the report lock, before the files get their final names:
 * after a crash in between, the link is there, and the next run finds that its files match the link.
 */
@Component
public class Chain {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    private final ReportChain links;

    Chain(ReportChain links) {
        this.links = links;
    }

    /**
     * Returns the link of the day that names these files: the existing one, or a new one at the end of the chain.
     *
     * @param hashes SHA-256 by plain file name; the link names the files as {@link #named} does
     */
    public Link link(LocalDate day, Map<String, String> hashes) {
        Optional<Link> latest = links.latest(day);
        if (latest.isPresent()
                && ChainText.tells(latest.get(), named(hashes, latest.get().revision()))) {
            return latest.get();
        }
        int revision = latest.map(Link::revision).orElse(0) + 1;
        if (revision > 1) {
            LOG.warn(
                    "The report of {} comes out differently; it is kept, and made again as revision {}", day, revision);
        }
        Link link = ChainText.link(day, revision, links.last().orElse(null), named(hashes, revision));
        links.append(link);
        return link;
    }

    /** Returns what the newest link of a day records for a file, by its plain name. */
    public Optional<Named> told(LocalDate day, String name) {
        return links.latest(day).flatMap(link -> {
            String full = named(name, link.revision());
            return Optional.ofNullable(ChainText.named(link).get(full)).map(hash -> new Named(full, hash));
        });
    }

    /** Returns the file name in a revision: {@code summary-2026-11-24.r2.csv}. */
    public static String named(String name, int revision) {
        int dot = name.lastIndexOf('.');
        return name.substring(0, dot) + ChainText.suffix(revision) + name.substring(dot);
    }

    private static SortedMap<String, String> named(Map<String, String> hashes, int revision) {
        SortedMap<String, String> named = new TreeMap<>();
        hashes.forEach((name, hash) -> named.put(named(name, revision), hash));
        return named;
    }

    /**
     * A file as a link names it.
     *
     * @param name with its revision
     * @param sha256 of its bytes
     */
    public record Named(String name, String sha256) {}
}
