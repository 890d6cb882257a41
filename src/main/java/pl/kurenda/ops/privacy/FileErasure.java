package pl.kurenda.ops.privacy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.privacy.Retention;

/**
 * Deletes exports of residents' data and their reply files. A file that the ledger knows is deleted with its rows. A
 * file that it does not know (failed, repeated, a list of payments) is deleted once it has been in its folder for the
 * retention period. Equal names in the ledger do not matter then, because many exports have the same name every day.
 */
@Component
class FileErasure {
    private static final Logger LOG = LoggerFactory.getLogger(FileErasure.class);

    /**
     * The register of actions and the lists for an upomnienie are reports: they are links of the chain and have masked
     * phone numbers.
     */
    private static final Pattern REPORT = Pattern.compile("(actions|upomnienie)-\\d{4}-\\d\\d-\\d\\d(\\.r\\d+)?\\.csv");

    private static final Pattern ANSWER = Pattern.compile("\\.(receipt\\.json|rejected\\.csv)$");

    /**
     * Folders of files that the ledger does not know: failed files, lists of payments, and their replies. A source may
     * have any name.
     */
    private static final Pattern UNKNOWN_FOLDER = Pattern.compile("[^/]+/(payments/.+|(.+/)?failed)");

    private static final Pattern UNKNOWN_FILE =
            Pattern.compile(".*(\\.payments\\.(receipt\\.json|rejected\\.csv)|\\.error\\.txt)");

    private final Retention retention;
    private final ArchiveFolders folders;

    FileErasure(Retention retention, ArchiveFolders folders) {
        this.retention = retention;
        this.folders = folders;
    }

    /**
     * Deletes the files whose retention period is over.
     *
     * @param before files unknown to the ledger that came to their folder later are kept
     * @return number of deleted files
     */
    int erase(Instant before) throws IOException {
        int deleted = 0;
        for (Map.Entry<String, List<Path>> source : folders.bySource().entrySet()) {
            for (Path folder : source.getValue()) {
                deleted += erase(source.getKey(), folder, before);
            }
        }
        return deleted;
    }

    private int erase(String source, Path folder, Instant before) throws IOException {
        List<Path> files = ArchiveFolders.files(folder).stream()
                .filter(file -> !REPORT.matcher(name(file)).matches())
                .toList();
        Map<String, Boolean> erased = retention.erased(
                source,
                files.stream()
                        .filter(this::mayBeKnown)
                        .map(FileErasure::answered)
                        .collect(Collectors.toSet()));
        int deleted = 0;
        for (Path file : files) {
            Boolean known = mayBeKnown(file) ? erased.get(answered(file)) : null;
            if (known == null ? since(file).isBefore(before) : known) {
                deleted += delete(file);
            }
        }
        return deleted;
    }

    private boolean mayBeKnown(Path file) {
        String folder =
                folders.dropbox().relativize(file.getParent()).toString().replace(File.separatorChar, '/');
        return !UNKNOWN_FOLDER.matcher(folder).matches()
                && !UNKNOWN_FILE.matcher(name(file)).matches();
    }

    /**
     * Deletes a file if it can. The domain system may remove its replies at any time, and a read-only folder is its
     * owner's responsibility.
     */
    private static int delete(Path file) {
        try {
            return Files.deleteIfExists(file) ? 1 : 0;
        } catch (IOException e) {
            LOG.warn(
                    "{} should be erased and cannot be deleted: {}",
                    file.getParent(),
                    e.getClass().getSimpleName());
            return 0;
        }
    }

    /**
     * Returns when the file came to its folder. A moved file keeps its modification time, but its inode, if any, shows
     * when it was moved.
     */
    private static Instant since(Path file) throws IOException {
        try {
            FileTime modified = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
            return changed(file).orElse(modified).toInstant();
        } catch (NoSuchFileException gone) {
            // another node that shares the folder deleted it first
            return Instant.MAX;
        }
    }

    private static Optional<FileTime> changed(Path file) throws IOException {
        try {
            return Optional.of((FileTime) Files.getAttribute(file, "unix:ctime", LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Returns the name in done of this file, or of the file to which it is a reply. */
    private static String answered(Path file) {
        return ANSWER.matcher(name(file)).replaceFirst("");
    }
}
