package pl.kurenda.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.format.FileScan;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.batch.Batches;
import pl.kurenda.ledger.batch.Batches.FiledFile;

/**
 * Detects files that were still being written after Kurenda had taken them. A program that keeps a file open and pauses
 * for longer than the quiet time appends to the file in {@code done}. Such a file is dropped again as a whole. Rows
 * taken before are suppressed as repeated debts and the others are taken, so nothing is lost. The ledger remembers
 * which files were taken again, so a restart does not take them once more.
 */
@Component("lateAppends")
public class LateAppendDetector {
    private static final Duration WATCHED = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(LateAppendDetector.class);

    private final Batches batches;
    private final Sources sources;
    private final Clock clock;
    private final Map<Path, Watched> watched = new HashMap<>();
    private final Map<Path, Long> growing = new HashMap<>();
    private final Map<Path, Long> droppedAgain = new HashMap<>();

    public LateAppendDetector(Batches batches, Sources sources, Clock clock) {
        this.batches = batches;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * Checks the files once. A file that has grown is dropped again once it has stopped growing since the last check.
     */
    public synchronized void check() {
        Set<Path> looked = new HashSet<>();
        watched.values().removeIf(w -> w.until().isBefore(clock.instant()));
        watched.forEach((path, w) -> {
            looked.add(path);
            check(w.source(), path, w.size(), false);
        });
        for (FiledFile filed : batches.loadedWithin(WATCHED)) {
            sources.all().stream()
                    .filter(source -> source.name().equals(filed.source()))
                    .map(source ->
                            check(source, source.folders().done().resolve(filed.filedName()), filed.size(), true))
                    .forEach(looked::add);
        }
        // Forget files that are no longer checked.
        growing.keySet().retainAll(looked);
        droppedAgain.keySet().retainAll(looked);
    }

    /**
     * Watches a file that has no batch. A repeated or refused file may be the beginning of a longer one.
     *
     * @param filed where the file goes
     * @param size in bytes, when it was read
     */
    synchronized void watch(Source source, Path filed, long size) {
        watched.put(filed, new Watched(source, size, clock.instant().plus(WATCHED)));
    }

    /**
     * @param loaded whether the beginning of the file was loaded; the longer file may then have been loaded before a
     *     restart
     */
    private Path check(Source source, Path done, long read, boolean loaded) {
        try {
            long size = Files.exists(done) ? Files.size(done) : 0;
            boolean still = Long.valueOf(size).equals(growing.put(done, size));
            if (size > read && still && !Long.valueOf(size).equals(droppedAgain.get(done))) {
                if (!loaded || !batches.knows(source.name(), FileScan.over(done).sha256Hex())) {
                    dropAgain(source, done.getFileName().toString(), done);
                }
                droppedAgain.put(done, size);
            }
        } catch (IOException e) {
            LOG.warn(
                    "{} {}: cannot be looked at again: {}",
                    source.name(),
                    done.getFileName(),
                    e.getClass().getSimpleName());
        }
        return done;
    }

    /** The number of entries in memory. */
    synchronized int remembered() {
        return watched.size() + growing.size() + droppedAgain.size();
    }

    private static void dropAgain(Source source, String name, Path done) throws IOException {
        int dot = name.lastIndexOf('.');
        String late = name.substring(0, dot) + ".late" + name.substring(dot);
        Path half = source.folders().in().resolve("." + late + ".part");
        // Keep the time stamp: our copy must not look newer than exports that came since.
        FileTime written = Files.getLastModifiedTime(done);
        Files.copy(done, half, StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(half, written);
        Files.move(half, source.folders().in().resolve(late), StandardCopyOption.ATOMIC_MOVE);
        LOG.warn(
                "{} {}: was written on after it had been taken, so it is taken again as {}; rows that were taken before are"
                        + " not sent again. Have it written under another name and renamed, or set marker-file.",
                source.name(),
                name,
                late);
    }

    private record Watched(Source source, long size, Instant until) {}
}
