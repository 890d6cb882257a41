package pl.kurenda.intake.folder;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.source.Source;

/**
 * Checks whether a dropped file is complete. Safe for all threads.
 *
 * <p>A file is ready once its size and time stamp have not changed for one second, or for five if its last line has no
 * line end, because a truncated amount must not be sent. If the source uses a marker file, only the marker counts.
 */
@Component
public class StableFiles {
    private static final Duration STILL = Duration.ofSeconds(1);
    private static final Duration STILL_WITHOUT_LINE_END = Duration.ofSeconds(5);
    private static final List<String> ENDINGS = List.of(".csv", ".txt", ".tsv", ".xlsx");
    /** Files that were dropped on purpose. They are taken only to be refused with an explanation. */
    private static final List<String> UNREADABLE =
            List.of(".xls", ".xlsb", ".xlsm", ".ods", ".numbers", ".dbf", ".zip", ".gz", ".7z", ".rar");
    /** Names of files that are still being written, and of markers that say that a file is complete. */
    private static final List<String> PASSING = List.of(".tmp", ".part", ".filepart", ".done");
    /**
     * A file that has not been checked for this long is forgotten. This is longer than any pause between two polls plus
     * the time they take.
     */
    private static final Duration MEMORY = Duration.ofDays(1);

    /** Replies add up to 75 bytes to the name while they are written. File systems allow 255. */
    private static final int LONGEST_NAME = 180;
    /**
     * Control characters, Unicode line ends, characters that change the writing direction, and the backslash, which
     * file components take for the end of a folder name.
     */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\\\\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    private static final int SHOWN = 60;
    private static final int MOST_TOLD = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(StableFiles.class);

    private final Clock clock;
    private final Set<Path> told = ConcurrentHashMap.newKeySet();
    private final Map<Path, Seen> seen = new ConcurrentHashMap<>();
    private volatile Instant swept;

    StableFiles(Clock clock) {
        this.clock = clock;
        this.swept = clock.instant();
    }

    /** Whether the file has a name to process and is complete. */
    public boolean isReady(Source source, Path file) {
        if (!isDropped(file) || isLink(file) || !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        if (source.markerFile()) {
            return Files.exists(marker(file)) && isTable(file);
        }
        try {
            return hasBeenStill(file) && isTable(file);
        } catch (IOException e) {
            // Gone, or locked by its writer: the next poll decides.
            return false;
        }
    }

    /**
     * The same for a file on another machine, whose last line cannot be read before it has been fetched: it must not
     * have changed for five seconds. The caller checks for its marker.
     *
     * @param copy where it will lie once fetched
     * @param size in bytes
     * @param modified its time stamp
     */
    public boolean isReady(Source source, Path copy, long size, Instant modified) {
        if (!isDropped(copy)) {
            return false;
        }
        boolean whole = source.markerFile()
                || stillFor(copy, new FileStamp(size, modified)).compareTo(STILL_WITHOUT_LINE_END) >= 0;
        return whole && isTable(copy);
    }

    /** The marker file that says that another file is complete. */
    public static Path marker(Path file) {
        return file.resolveSibling(file.getFileName() + ".done");
    }

    /** Whether a file is of a kind that is always refused, whatever it contains. */
    public static boolean isUnreadable(Path file) {
        return endsWithOne(file, UNREADABLE);
    }

    private static boolean endsWithOne(Path file, List<String> endings) {
        return endings.stream().anyMatch(file.getFileName().toString().toLowerCase(Locale.ROOT)::endsWith);
    }

    private boolean isDropped(Path file) {
        String name = file.getFileName().toString();
        // Excel keeps a file "~$x.xlsx" beside a workbook that is open.
        boolean own = !name.startsWith(".") && !name.startsWith("~$") && !endsWithOne(file, PASSING);
        return own && canBeAnswered(file);
    }

    /** Logs each other file once. Otherwise it would be unclear why nothing happens to it. */
    private boolean isTable(Path file) {
        boolean table = endsWithOne(file, ENDINGS) || isUnreadable(file);
        if (!table && told.size() < MOST_TOLD && told.add(file)) {
            LOG.warn(
                    "{}: is left where it is, because it is no export by its name (*.csv, *.txt, *.tsv, *.xlsx); rename"
                            + " it or take it away",
                    file.getFileName());
        }
        return table;
    }

    /** Logs each such file once. It would fail only after it had been loaded, or could forge lines of the log. */
    private boolean canBeAnswered(Path file) {
        String name = file.getFileName().toString();
        boolean tooLong = name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME;
        String shown = masked(name);
        if (!tooLong && shown.equals(name)) {
            return true;
        }
        if (told.size() < MOST_TOLD && told.add(file)) {
            LOG.warn(
                    "{}: is left where it is, because its name {}; rename it",
                    tooLong ? shown.substring(0, Math.min(shown.length(), SHOWN)) + "..." : shown,
                    tooLong ? "is longer than " + LONGEST_NAME + " octets" : "has control characters or a backslash");
        }
        return false;
    }

    /** The name in a form that is safe to log. */
    static String masked(String name) {
        return FORBIDDEN.matcher(name).replaceAll("?");
    }

    /**
     * Logs each link once. A link may lead to a file that is not an export, and moving the link would leave that file
     * where it is.
     */
    private boolean isLink(Path file) {
        boolean link = Files.isSymbolicLink(file);
        if (link && told.size() < MOST_TOLD && told.add(file)) {
            LOG.warn("{}: is left where it is, because it is a link; drop the file itself", file.getFileName());
        }
        return link;
    }

    private boolean hasBeenStill(Path file) throws IOException {
        FileStamp stamp = FileStamp.of(file);
        Duration still = stillFor(file, stamp);
        if (still.compareTo(STILL) < 0) {
            return false;
        }
        return still.compareTo(STILL_WITHOUT_LINE_END) >= 0 || stamp.size() == 0 || endsItsLastLine(file);
    }

    private Duration stillFor(Path file, FileStamp stamp) {
        Instant now = clock.instant();
        sweep(now);
        Seen last = seen.merge(file, new Seen(stamp, now, now), (before, fresh) -> before.again(fresh));
        return Duration.between(last.since(), now);
    }

    private static boolean endsItsLastLine(Path file) throws IOException {
        try (RandomAccessFile octets = new RandomAccessFile(file.toFile(), "r")) {
            octets.seek(Math.max(0, octets.length() - 1));
            int last = octets.read();
            return last == '\n' || last == '\r';
        }
    }

    private void sweep(Instant now) {
        if (Duration.between(swept, now).compareTo(MEMORY) > 0) {
            swept = now;
            seen.values().removeIf(file -> Duration.between(file.asked(), now).compareTo(MEMORY) > 0);
        }
    }

    /**
     * A file as last seen.
     *
     * @param since when it was first seen in this state
     * @param asked when it was last checked
     */
    private record Seen(FileStamp stamp, Instant since, Instant asked) {
        Seen again(Seen fresh) {
            return stamp.equals(fresh.stamp()) ? new Seen(stamp, since, fresh.asked()) : fresh;
        }
    }
}
