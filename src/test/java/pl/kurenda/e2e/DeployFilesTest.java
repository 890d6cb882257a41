package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What lies in deploy/ for containers, held against the unit of systemd, the application, and itself. */
class DeployFilesTest {
    private static final Path DEPLOY = Path.of("deploy");
    private static final String PORT = "8080";
    private static final int USER = 10001;

    @Test
    void composeNamesWhatIsThere() throws IOException {
        Path folder = DEPLOY.resolve("container");
        Map<String, Object> compose = map(yaml(folder.resolve("compose.yaml")).get(0));
        Map<String, Object> services = map(compose.get("services"));
        assertThat(services).containsOnlyKeys("db", "kurenda");
        for (Object service : services.values()) {
            Map<String, Object> values = map(service);
            assertThat(map(compose.get("networks")).keySet()).containsAll(texts(values.get("networks")));
            for (String volume : texts(values.get("volumes"))) {
                String from = volume.substring(0, volume.indexOf(':'));
                if (from.startsWith(".")) {
                    assertThat(folder.resolve(from)).as(volume).exists();
                } else {
                    assertThat(map(compose.get("volumes"))).as(volume).containsKey(from);
                }
            }
        }
        Map<String, Object> kurenda = map(services.get("kurenda"));
        Map<String, Object> build = map(kurenda.get("build"));
        Path context = folder.resolve((String) build.get("context"));
        assertThat(context.resolve((String) build.get("dockerfile"))).isRegularFile();
        assertThat(services.keySet()).containsAll(map(kurenda.get("depends_on")).keySet());
        assertThat(texts(kurenda.get("ports"))).containsExactly("127.0.0.1:" + PORT + ":" + PORT);
        Map<String, Object> secrets = map(compose.get("secrets"));
        assertThat(list(kurenda.get("secrets")))
                .allSatisfy(secret ->
                        assertThat(secrets).containsKey((String) map(secret).get("source")));
        assertThat(list(kurenda.get("secrets")).stream()
                        .map(secret -> map(secret).get("target")))
                .as("the keys that the service of systemd gets")
                .containsExactlyInAnyOrderElementsOf(credentials());
        assertThat(map(kurenda.get("environment")).keySet()).allMatch(name -> name.matches("(SPRING|KURENDA)_[A-Z_]+"));
        assertThat(Files.readString(folder.resolve("compose.yaml")))
                .as("who may read the secrets")
                .contains("chown " + USER);
    }

    @Test
    void theImageIsMadeOfWhatTheBuildMakes() throws IOException {
        String text = Files.readString(DEPLOY.resolve("container/Containerfile"));
        assertThat(text)
                .contains("USER " + USER + ":" + USER, "--uid " + USER, "EXPOSE " + PORT, "ENTRYPOINT [\"java\",")
                .contains("COPY target/kurenda.jar");
        assertThat(Files.readAllLines(DEPLOY.resolve("container/Containerfile.dockerignore")))
                .containsExactly("*", "!target/kurenda.jar");
        Set<String> stages = matches(text, "(?m)^FROM \\S+ AS (\\w+)$");
        assertThat(matches(text, "COPY --from=(\\w+)")).isEqualTo(stages);
        assertThat(matches(text, "SPRING_CONFIG_IMPORT=optional:configtree:(\\S+)"))
                .containsExactly("/run/secrets/");
    }

    @Test
    void manifestsFitTogetherAndToTheApplication() throws IOException {
        Path folder = DEPLOY.resolve("kubernetes");
        Map<String, Object> list =
                map(yaml(folder.resolve("kustomization.yaml")).get(0));
        List<Map<String, Object>> all = new ArrayList<>();
        for (String file : texts(list.get("resources"))) {
            yaml(folder.resolve(file)).forEach(document -> all.add(map(document)));
        }
        assertThat(all).allSatisfy(one -> {
            assertThat(one).containsKeys("apiVersion", "kind", "metadata");
            assertThat(map(one.get("metadata"))).containsKey("name");
        });
        assertThat(all.stream().map(one -> one.get("kind")))
                .containsExactlyInAnyOrder(
                        "Namespace",
                        "StatefulSet",
                        "PersistentVolumeClaim",
                        "PodDisruptionBudget",
                        "Service",
                        "Service",
                        "NetworkPolicy");
        Map<String, Object> set = all.stream()
                .filter(one -> one.get("kind").equals("StatefulSet"))
                .findFirst()
                .orElseThrow();
        Map<String, Object> pod = map(map(map(set.get("spec")).get("template")).get("spec"));
        assertThat(map(pod.get("securityContext")))
                .containsEntry("runAsUser", USER)
                .containsEntry("fsGroup", USER);
        Map<String, Object> container = map(list(pod.get("containers")).get(0));
        assertThat(list(container.get("ports"))).containsExactly(Map.of("name", "http", "containerPort", 8080));
        assertThat(list(container.get("volumeMounts")).stream()
                        .map(mount -> map(mount).get("name")))
                .containsExactlyElementsOf(list(pod.get("volumes")).stream()
                        .map(volume -> map(volume).get("name"))
                        .toList());
        for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
            Map<String, Object> get = map(map(container.get(probe)).get("httpGet"));
            assertThat(get).containsEntry("port", "http");
            String group = ((String) get.get("path")).replace("/actuator/health/", "");
            assertThat(application()).containsKey("management.endpoint.health.group." + group + ".include");
        }
        assertThat(secretKeys(list)).containsExactlyInAnyOrderElementsOf(credentials());
    }

    @Test
    void theNetworkLetsOutWhatTheApplicationCallsAndNothingInsideTheHouse() throws IOException {
        Map<String, Object> policy =
                map(map(yaml(DEPLOY.resolve("kubernetes/network.yaml")).get(0)).get("spec"));
        assertThat(ports(policy.get("ingress"))).containsExactly(PORT);
        assertThat(ports(policy.get("egress"))).contains("53", "3306", "2775", "3550", "22", "443");
        String https = list(policy.get("egress")).stream()
                .map(Object::toString)
                .filter(rule -> rule.contains("port=443"))
                .findFirst()
                .orElseThrow();
        assertThat(https).contains("0.0.0.0/0", "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");
    }

    private static Set<String> ports(Object rules) {
        return list(rules).stream()
                .flatMap(rule -> list(map(rule).get("ports")).stream())
                .map(port -> map(port).get("port").toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> secretKeys(Map<String, Object> kustomization) {
        return list(kustomization.get("secretGenerator")).stream()
                .flatMap(secret -> texts(map(secret).get("files")).stream())
                .peek(file -> assertThat(file).matches("(.+)=secrets/\\1"))
                .map(file -> file.substring(0, file.indexOf('=')))
                .toList();
    }

    /** The keys whose files systemd hands over. */
    private static Set<String> credentials() throws IOException {
        return matches(Files.readString(DEPLOY.resolve("systemd/kurenda.service")), "(?m)^LoadCredential=([^:]+):");
    }

    private static Properties application() throws IOException {
        Properties properties = new Properties();
        try (var text = Files.newBufferedReader(Path.of("src/main/resources/ops.properties"))) {
            properties.load(text);
        }
        return properties;
    }

    private static Set<String> matches(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Object> yaml(Path file) throws IOException {
        List<Object> documents = new ArrayList<>();
        new Yaml().loadAll(Files.readString(file)).forEach(documents::add);
        return documents;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    private static List<String> texts(Object value) {
        return Stream.ofNullable(value)
                .flatMap(all -> list(all).stream())
                .map(Object::toString)
                .toList();
    }
}
