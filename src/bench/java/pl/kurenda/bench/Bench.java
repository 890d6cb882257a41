package pl.kurenda.bench;

/** Runs the benchmarks that are named, or all of them. */
public final class Bench {
    private Bench() {}

    /**
     * Runs them.
     *
     * @param args names of benchmarks, {@code quick} or {@code full}, and options such as {@code rows=1000000}
     */
    public static void main(String... args) throws Exception {
        Options options = new Options(args);
        System.out.println("Options: " + options);
        for (String name : options.benchmarks()) {
            switch (name) {
                case "file" -> new FileBench(options).run();
                default -> System.out.println(name + ": not yet");
            }
        }
        System.exit(0);
    }
}
