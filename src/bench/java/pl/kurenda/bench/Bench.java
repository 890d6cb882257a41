package pl.kurenda.bench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Runs the benchmarks that are named, or all of them. */
public final class Bench {
    private Bench() {}

    /**
     * Runs them.
     *
     * @param args names of benchmarks, {@code quick} or {@code full}, and options such as {@code rows=1000000}
     */
    public static void main(String... args) {
        try {
            run(args);
            System.exit(0);
        } catch (Exception e) {
            // or the threads that are left would keep the process
            e.printStackTrace();
            System.exit(1);
        }
    }

    private static void run(String... args) throws Exception {
        Options options = new Options(args);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
        System.out.println("Options: " + options);
        for (String name : options.benchmarks()) {
            // whatever else the machine does takes CPU from what is measured
            System.out.println("Processors: " + Runtime.getRuntime().availableProcessors() + ", load averages before "
                    + name + ": " + Files.readString(Path.of("/proc/loadavg")).strip());
            switch (name) {
                case "file" -> new FileBench(options).run();
                case "intake" -> new IntakeBench(options).run();
                case "dispatch" -> new DispatchBench(options).run();
                case "rate" -> new RateBench(options).run();
                case "receipts" -> new ReceiptBench(options).run();
                default -> throw new IllegalArgumentException(name);
            }
        }
    }
}
