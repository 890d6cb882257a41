package pl.kurenda.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.ledger.report.ReportDays;
import pl.kurenda.ledger.report.ReportDays.Handed;
import pl.kurenda.report.chain.Chain;
import pl.kurenda.report.core.Period;
import pl.kurenda.report.core.ReportSettings;
import pl.kurenda.report.table.ReportTables.SourceFile;

/**
 * Writes a day's files for the domain systems into their reply folders. A file without rows is not published. No file
 * is published twice: the domain system may have taken it away and would read it as new. A file with other content
 * becomes a revision.
 */
final class SourceReportFiles implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(SourceReportFiles.class);

    private final ReportSettings settings;
    private final ReportDays days;
    private final List<Outbound> folders = new ArrayList<>();
    private final List<Ready> ready = new ArrayList<>();

    SourceReportFiles(ReportSettings settings, ReportDays days) {
        this.settings = settings;
        this.days = days;
    }

    /** Writes the files under temporary names. */
    void write(List<SourceFile> files, Period period) {
        try {
            for (SourceFile file : files) {
                write(file, period);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the files of " + period.day() + " for the domain systems", e);
        }
    }

    private void write(SourceFile file, Period period) throws IOException {
        Outbound folder = new Outbound(settings.out(file.source()));
        folders.add(folder);
        AtomicLong rows = new AtomicLong();
        String sha256 = ReportWriter.csv(
                folder,
                file.name(),
                file.table(),
                period,
                sink -> file.table().rows(period, sink.and(cells -> rows.incrementAndGet())));
        Optional<Handed> before = days.handed(file.source(), file.name());
        boolean known = before.filter(handed -> handed.sha256().equals(sha256)).isPresent();
        if (known || rows.get() == 0 && before.isEmpty()) {
            return;
        }
        Handed now = new Handed(before.map(Handed::revision).orElse(0) + 1, sha256);
        if (now.revision() > 1) {
            LOG.warn("{} of {} comes out differently; it is revision {}", file.name(), file.source(), now.revision());
        }
        folder.rename(file.name(), Chain.named(file.name(), now.revision()));
        ready.add(new Ready(folder, file, now));
    }

    /**
     * Gives the files their final names. After a crash before the last one is recorded, the next run publishes the same
     * files under the same names.
     */
    List<Path> publish() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Ready one : ready) {
            files.addAll(one.folder().publish(one.file().name()));
            days.book(one.file().source(), one.file().name(), one.handed());
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (Outbound folder : folders) {
            folder.close();
        }
    }

    private record Ready(Outbound folder, SourceFile file, Handed handed) {}
}
