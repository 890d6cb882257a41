package pl.kurenda.report;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import pl.kurenda.report.ReportTables.SourceFile;

/** The files of a day for the domain systems, in their folders of answers. A file without rows does not appear. */
final class SourceOut implements Closeable {
    private final ReportSettings settings;
    private final List<Outbound> folders = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    SourceOut(ReportSettings settings) {
        this.settings = settings;
    }

    /** Writes them under temporary names. */
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
        names.add(file.name());
        AtomicLong rows = new AtomicLong();
        ReportWriter.csv(
                folder,
                file.name(),
                file.table(),
                sink -> file.table().rows(period, sink.and(cells -> rows.incrementAndGet())));
        if (rows.get() == 0) {
            folders.remove(folder);
            names.remove(names.size() - 1);
            folder.close();
        }
    }

    /** Gives them their names. */
    List<Path> publish() throws IOException {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < folders.size(); i++) {
            files.addAll(folders.get(i).publish(names.get(i)));
        }
        return files;
    }

    @Override
    public void close() throws IOException {
        for (Outbound folder : folders) {
            folder.close();
        }
    }
}
