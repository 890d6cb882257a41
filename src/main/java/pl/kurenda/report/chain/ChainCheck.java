package pl.kurenda.report.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.report.ReportChain;
import pl.kurenda.ledger.report.ReportChain.Link;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.report.core.ReportSettings;
import pl.kurenda.report.core.Sha256;

/** Checks the chain of daily reports, in the database and in the finance folder. */
@Component
public class ChainCheck {
    private static final LocalDate FAR = LocalDate.of(9999, 12, 31);

    private final ReportChain chain;
    private final ReportDays days;
    private final Path folder;

    ChainCheck(ReportChain chain, ReportDays days, ReportSettings settings) {
        this.chain = chain;
        this.days = days;
        this.folder = settings.outbound();
    }

    /** What can be wrong with a link. */
    enum Flaw {
        /** The chain file, or a file that the link names, is missing. */
        FILE_MISSING,
        /** The content of a file does not match the link. */
        FILE_CHANGED,
        /** A day between the first and the last has no link. */
        DAY_MISSING,
        /** The database copy of the link, or its position, was changed. */
        LINK_CHANGED,
        /** The database does not know the chain file. */
        LINK_UNKNOWN
    }

    /**
     * The first broken link.
     *
     * @param flaw what is wrong
     * @param link name of its chain file
     * @param file the file or day concerned
     */
    public record Broken(Flaw flaw, String link, String file) {}

    /**
     * Result of a check.
     *
     * @param links number of links
     * @param first first day, null if there are no links
     * @param last last day, null if there are no links
     * @param broken the first broken link, if any
     * @param newest the newest link, if any; a note of its hash kept elsewhere reveals a chain that was rebuilt as a
     *     whole
     */
    public record Found(int links, LocalDate first, LocalDate last, Optional<Broken> broken, Optional<Link> newest) {}

    /** @throws IOException if a file or the folder cannot be read */
    public Found walk() throws IOException {
        List<Link> links = chain.all();
        if (links.isEmpty()) {
            return new Found(0, null, null, unknown(Set.of()), Optional.empty());
        }
        LocalDate start = links.get(0).day();
        NavigableSet<LocalDate> told =
                new TreeSet<>(links.stream().map(Link::day).toList());
        Optional<Broken> broken = Optional.empty();
        LocalDate reached = start;
        Link before = null;
        for (Link link : links) {
            if (broken.isEmpty()) {
                LocalDate from = reached;
                Link previous = before;
                broken = dayMissing(link, from, told);
                broken = broken.isPresent() ? broken : ownFlaw(link, previous);
                broken = broken.isPresent() ? broken : fileFlaw(link);
            }
            reached = link.day().isAfter(reached) ? link.day() : reached;
            before = link;
        }
        if (broken.isEmpty()) {
            broken = madeWithoutLink(start, told);
        }
        if (broken.isEmpty()) {
            broken = unknown(links.stream().map(ChainCheck::file).collect(Collectors.toSet()));
        }
        return new Found(links.size(), start, told.last(), broken, Optional.of(links.get(links.size() - 1)));
    }

    private static Optional<Broken> dayMissing(Link link, LocalDate reached, Set<LocalDate> told) {
        return Stream.iterate(reached, day -> day.isBefore(link.day()), day -> day.plusDays(1))
                .filter(day -> !told.contains(day))
                .findFirst()
                .map(day -> new Broken(Flaw.DAY_MISSING, file(link), day.toString()));
    }

    private static Optional<Broken> ownFlaw(Link link, Link before) {
        Map<String, String> named = ChainText.named(link);
        boolean sound = link.number() == (before == null ? 1 : before.number() + 1)
                && Sha256.of(link.text()).equals(link.sha256())
                && (before == null || before.sha256().equals(named.get(file(before))));
        return sound ? Optional.empty() : Optional.of(new Broken(Flaw.LINK_CHANGED, file(link), file(link)));
    }

    private Optional<Broken> fileFlaw(Link link) throws IOException {
        Path own = folder.resolve(file(link));
        if (!Files.isRegularFile(own)) {
            return Optional.of(new Broken(Flaw.FILE_MISSING, file(link), file(link)));
        }
        if (!Sha256.of(own).equals(link.sha256())) {
            return Optional.of(new Broken(Flaw.FILE_CHANGED, file(link), file(link)));
        }
        for (Map.Entry<String, String> named : ChainText.named(link).entrySet()) {
            Path file = folder.resolve(named.getKey());
            if (!Files.isRegularFile(file)) {
                return Optional.of(new Broken(Flaw.FILE_MISSING, file(link), named.getKey()));
            }
            if (!Sha256.of(file).equals(named.getValue())) {
                return Optional.of(new Broken(Flaw.FILE_CHANGED, file(link), named.getKey()));
            }
        }
        return Optional.empty();
    }

    private Optional<Broken> madeWithoutLink(LocalDate start, Set<LocalDate> told) {
        return days.made(start, FAR).stream()
                .filter(day -> !told.contains(day))
                .findFirst()
                .map(day -> new Broken(Flaw.DAY_MISSING, ChainText.file(day, 1), day.toString()));
    }

    private Optional<Broken> unknown(Set<String> known) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("chain-.*\\.txt") && !known.contains(name))
                    .sorted()
                    .findFirst()
                    .map(name -> new Broken(Flaw.LINK_UNKNOWN, name, name));
        }
    }

    private static String file(Link link) {
        return ChainText.file(link.day(), link.revision());
    }
}
