package pl.kurenda.report;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.report.ReportUploadBooks;
import pl.kurenda.report.core.ReportSettings;
import pl.kurenda.report.core.Sha256;

/**
 * Finds the reports that finance does not have yet. Each content is uploaded once; a report made again with other
 * content is uploaded again. Must be called by one thread.
 */
@Component("reportUploads")
public class ReportUploads {
    private static final Logger LOG = LoggerFactory.getLogger(ReportUploads.class);
    private static final String REPORT =
            "(summary|outcomes|unknown|billing|effect|actions|report|chain)-[0-9-]+(\\.r[0-9]+)?\\.(csv|xlsx|txt)";
    private static final String LAST = "summary-";

    private final Path folder;
    private final ReportUploadBooks books;
    /** Reports known to need no upload, so that old reports are not read each time. */
    private final Map<Path, Version> settled = new HashMap<>();

    private final Map<Path, Version> claimed = new HashMap<>();

    ReportUploads(ReportSettings settings, ReportUploadBooks books) {
        this.folder = settings.outbound();
        this.books = books;
    }

    /**
     * Returns the reports to upload now, claimed for this daemon. The summaries come last: once a summary is visible,
     * its reader relies on the other files.
     *
     * @throws IOException if the folder or a report cannot be read
     */
    public List<File> pending() throws IOException {
        claimed.clear();
        List<File> pending = new ArrayList<>();
        for (Path report : reports()) {
            Version known = settled.get(report);
            if (known == null || !known.looksLike(report)) {
                claim(report, pending);
            }
        }
        return pending;
    }

    private void claim(Path report, List<File> pending) throws IOException {
        try {
            Version version = Version.of(report);
            if (books.claim(report.getFileName().toString(), version.sha256(), version.modified())) {
                claimed.put(report, version);
                pending.add(report.toFile());
            }
        } catch (NoSuchFileException e) {
            LOG.debug("{} has been taken away", report.getFileName());
        }
    }

    /**
     * Records that finance has this report. If the report was made again during the upload, the next call to
     * {@link #pending} finds the new content.
     *
     * @throws IOException if the report cannot be read
     */
    public void uploaded(File file) throws IOException {
        Path report = file.toPath();
        Version version = claimed.remove(report);
        if (version != null && version.equals(Version.of(report))) {
            books.uploaded(report.getFileName().toString(), version.sha256(), version.modified());
            settled.put(report, version);
            LOG.info("Report {} uploaded", report.getFileName());
        }
    }

    private List<Path> reports() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(REPORT))
                    .sorted(Comparator.comparing(
                                    (Path file) -> file.getFileName().toString().startsWith(LAST))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
    }

    private record Version(String sha256, long size, Instant modified) {
        static Version of(Path file) throws IOException {
            Instant modified = time(file);
            long size = Files.size(file);
            return new Version(Sha256.of(file), size, modified);
        }

        boolean looksLike(Path file) throws IOException {
            return Files.size(file) == size && time(file).equals(modified);
        }

        private static Instant time(Path file) throws IOException {
            return Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
