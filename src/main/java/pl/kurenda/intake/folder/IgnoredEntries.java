package pl.kurenda.intake.folder;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;

/**
 * Logs the entries of the export folders that never reach {@link StableFiles}, because the file component skips them
 * silently: folders, pipes and the like, and names that are invalid in the charset of this machine.
 */
@Component("ignoredEntries")
public class IgnoredEntries {
    private static final int MOST_TOLD = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(IgnoredEntries.class);

    private final Sources sources;
    private final Set<Path> told = new HashSet<>();

    IgnoredEntries(Sources sources) {
        this.sources = sources;
    }

    /** Checks the folders once. Each entry is logged once for as long as it stays there. */
    public synchronized void look() {
        Set<Path> there = new HashSet<>();
        for (Source source : sources.all()) {
            look(source, there);
        }
        told.retainAll(there);
    }

    private void look(Source source, Set<Path> there) {
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(source.folders().in(), IgnoredEntries::isOdd)) {
            for (Path entry : entries) {
                there.add(entry);
                if (told.size() < MOST_TOLD && told.add(entry)) {
                    LOG.warn(
                            "{} {}: is left where it is, because {}",
                            source.name(),
                            StableFiles.masked(entry.getFileName().toString()).replace('\ufffd', '?'),
                            why(entry));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // Gone or locked: the file component reports it too.
            LOG.debug("{}: cannot be looked through", source.name(), e);
        }
    }

    private static boolean isOdd(Path entry) {
        return !entry.getFileName().toString().startsWith(".") && !(Files.isRegularFile(entry) && isText(entry));
    }

    private static String why(Path entry) {
        if (!isText(entry)) {
            return "its name is no text in the charset of this machine; rename it";
        }
        if (Files.isSymbolicLink(entry)) {
            return "it is a link; drop the file itself";
        }
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                ? "it is a folder; drop the files that are in it"
                : "it is no file; take it away";
    }

    /** Whether the name leads back to the entry. It does not if bytes of the name were replaced. */
    private static boolean isText(Path entry) {
        try {
            return entry.resolveSibling(entry.getFileName().toString()).equals(entry);
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
