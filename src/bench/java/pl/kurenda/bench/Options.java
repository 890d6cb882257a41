package pl.kurenda.bench;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What to run and how: words such as {@code file rows=1000000}; each key is a system property {@code bench.<key>}, too. */
final class Options {
    static final List<String> BENCHMARKS = List.of("intake", "dispatch", "file", "receipts", "rate");

    private static final Map<String, String> FULL = Map.ofEntries(
            Map.entry("rows", "200000"),
            Map.entry("warm-up", "20000"),
            Map.entry("seconds", "10"),
            Map.entry("windows", "10,50,100,200"),
            Map.entry("latencies", "0,20"),
            Map.entry("window", "50"),
            Map.entry("latency", "0"),
            Map.entry("heap", "512m"),
            Map.entry("nodes", "1"),
            Map.entry("rates", "50,500,2000"),
            // whether intake ends with an error where it is slower than these, in rows/s
            Map.entry("floor", "false"),
            Map.entry("floor-rows", "100000"),
            Map.entry("floor-load", "25000"),
            Map.entry("jvm", ""),
            Map.entry("receipt-window", "100"),
            Map.entry("receipt-delay", "500"),
            Map.entry("settings", ""),
            Map.entry("db-options", ""));
    private static final Map<String, String> QUICK =
            Map.of("rows", "20000", "warm-up", "5000", "seconds", "2", "windows", "50", "rates", "500");

    private final Map<String, String> values = new HashMap<>(FULL);
    private final List<String> benchmarks;

    Options(String... words) {
        List<String> names = Arrays.stream(words).filter(w -> !w.contains("=")).toList();
        if (names.contains("quick")) {
            values.putAll(QUICK);
        }
        FULL.keySet().forEach(key -> values.computeIfPresent(key, (k, v) -> System.getProperty("bench." + k, v)));
        Arrays.stream(words).filter(w -> w.contains("=")).forEach(this::set);
        List<String> chosen = names.stream()
                .filter(n -> !n.equals("quick") && !n.equals("full"))
                .toList();
        chosen.stream().filter(n -> !BENCHMARKS.contains(n)).findFirst().ifPresent(n -> {
            throw new IllegalArgumentException(n + " is no benchmark; there are " + BENCHMARKS + ", quick and full");
        });
        benchmarks = chosen.isEmpty() ? BENCHMARKS : chosen;
    }

    private void set(String word) {
        String key = word.substring(0, word.indexOf('='));
        if (!FULL.containsKey(key)) {
            throw new IllegalArgumentException(key + " is no option; there are " + FULL.keySet());
        }
        values.put(key, word.substring(key.length() + 1));
    }

    List<String> benchmarks() {
        return benchmarks;
    }

    int number(String key) {
        return Integer.parseInt(values.get(key));
    }

    /** Numbers with commas between. */
    List<Integer> numbers(String key) {
        return list(key, ",").stream().map(Integer::valueOf).toList();
    }

    List<String> list(String key, String separator) {
        String value = values.get(key);
        return value.isBlank() ? List.of() : List.of(value.split(separator));
    }

    String text(String key) {
        return values.get(key);
    }

    @Override
    public String toString() {
        return new java.util.TreeMap<>(values).toString();
    }
}
