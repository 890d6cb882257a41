package pl.kurenda.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process has used, as Linux tells it. */
final class Cost {
    /** USER_HZ is 100 on every Linux that this runs on. */
    private static final long MICROS_PER_TICK = 10_000;

    private Cost() {}

    /** CPU time of all its threads so far, in µs: utime and stime of proc(5). */
    static long cpuMicros(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        // the name in parentheses may hold spaces; the state, field 3, follows it
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * MICROS_PER_TICK;
    }

    /** Resident memory in MB. */
    static long residentMegabytes(long pid) throws IOException {
        return megabytes(pid, "VmRSS:");
    }

    /** The most resident memory it ever had, in MB. */
    static long peakMegabytes(long pid) throws IOException {
        return megabytes(pid, "VmHWM:");
    }

    private static long megabytes(long pid, String figure) throws IOException {
        return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith(figure))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }
}
