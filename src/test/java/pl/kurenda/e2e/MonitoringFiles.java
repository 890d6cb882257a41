package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/** The dashboard and the alert rules, held against what a daemon really tells. */
final class MonitoringFiles {
    private static final Path FOLDER = Path.of("deploy/monitoring");

    /** A metric, and the labels by which it is chosen, in a query. */
    private static final Pattern METRIC =
            Pattern.compile("\\b((?:kurenda|hikaricp|jvm|process|disk|http)_[a-z0-9_]+)(?:\\{([^}]*)})?");

    private static final Pattern LABEL = Pattern.compile("([a-z_]+)\\s*(?:=|!=|=~|!~)\\s*\"");

    /** Given by Prometheus itself to whatever it reads. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    private MonitoringFiles() {}

    /** Fails where a query names a metric or a label that the scrape does not have. */
    static void check(String scrape) throws IOException {
        Map<String, Set<String>> told = told(scrape);
        List<String> queries =
                Stream.concat(dashboard(), rules("expr").stream()).toList();
        assertThat(queries).as("queries").hasSizeGreaterThan(50);
        for (String query : queries) {
            Matcher metric = METRIC.matcher(query);
            assertThat(metric.find() || query.contains("up{")).as(query).isTrue();
            metric.reset();
            while (metric.find()) {
                assertThat(told.keySet()).as(query).contains(metric.group(1));
                if (metric.group(2) != null) {
                    assertThat(told.get(metric.group(1))).as(query).containsAll(labels(metric.group(2)));
                }
            }
        }
        checkHandbook();
    }

    /** Every alert has a section of its own name in both handbooks. */
    private static void checkHandbook() throws IOException {
        List<String> alerts = rules("alert");
        assertThat(alerts).doesNotHaveDuplicates().hasSizeGreaterThan(15);
        assertThat(runbooks())
                .isEqualTo(alerts.stream()
                        .map(name -> "deploy/handbook.en.md#" + name.toLowerCase(java.util.Locale.ROOT))
                        .toList());
        for (String language : List.of("en", "pl")) {
            List<String> headings = Files.readAllLines(Path.of("deploy/handbook." + language + ".md"));
            assertThat(headings)
                    .containsAll(alerts.stream().map(name -> "#### " + name).toList());
        }
    }

    private static List<String> labels(String selector) {
        return LABEL.matcher(selector)
                .results()
                .map(label -> label.group(1))
                .filter(label -> !OF_PROMETHEUS.contains(label))
                .toList();
    }

    /** The names of samples, each with the names of its labels. */
    private static Map<String, Set<String>> told(String scrape) {
        Map<String, Set<String>> told = new TreeMap<>();
        scrape.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            Matcher name = Pattern.compile("^([a-zA-Z0-9_:]+)(?:\\{(.*)})?").matcher(line);
            if (name.find()) {
                Set<String> labels = told.computeIfAbsent(name.group(1), n -> new TreeSet<>());
                if (name.group(2) != null) {
                    LABEL.matcher(name.group(2)).results().forEach(label -> labels.add(label.group(1)));
                }
            }
        });
        return told;
    }

    private static Stream<String> dashboard() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(FOLDER.resolve("kurenda-dashboard.json").toFile());
        return dashboard.findValuesAsText("expr").stream();
    }

    private static List<String> runbooks() throws IOException {
        return alerts().map(rule -> (Map<?, ?>) rule.get("annotations"))
                .map(notes -> notes.get("runbook_url").toString().replaceFirst("^.*/(?=deploy/)", ""))
                .toList();
    }

    private static List<String> rules(String key) throws IOException {
        return alerts().map(rule -> rule.get(key).toString()).toList();
    }

    private static Stream<Map<?, ?>> alerts() throws IOException {
        Map<String, List<Map<String, List<Map<?, ?>>>>> file =
                new Yaml().load(Files.readString(FOLDER.resolve("kurenda-rules.yml")));
        return file.get("groups").stream().flatMap(group -> group.get("rules").stream());
    }
}
