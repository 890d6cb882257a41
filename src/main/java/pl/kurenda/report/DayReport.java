package pl.kurenda.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.javacrumbs.shedlock.core.SimpleLock;

/** The report of one day while it is being made. It holds the report lock and is used by one thread. */
public final class DayReport {
    final LocalDate day;
    private final SimpleLock lock;

    /** The files under their temporary names; null before they are written. */
    ReportWriter.Written written;

    /** The files under their final names; null before they are published. */
    List<Path> files;

    /** Whether the day is over, so that the report is final. */
    boolean over;

    DayReport(LocalDate day, SimpleLock lock) {
        this.day = day;
        this.lock = lock;
    }

    /** Deletes temporary files and releases the lock. */
    void end() {
        try {
            if (written != null) {
                written.close();
            }
        } finally {
            lock.unlock();
        }
    }
}
