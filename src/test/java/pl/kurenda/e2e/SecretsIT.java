package pl.kurenda.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pl.kurenda.DatabaseFixture;

/** Secrets come from files alone, and are shown nowhere: not in the log, and not to an administrator over HTTP. */
class SecretsIT {
    private static final String MARK = "Tajne-";
    private static final Map<String, String> SECRETS = Map.of(
            "spring.datasource.password", MARK + "baza",
            "kurenda.smsc.password", MARK + "smsc",
            "kurenda.admin.password", MARK + "admin",
            "kurenda.oidc.client-secret", MARK + "oidc");

    @TempDir
    Path home;

    @Test
    void areTakenFromFilesAndShownNowhere() throws Exception {
        String url = DatabaseFixture.url();
        Path files = Files.createDirectories(home.resolve("secrets"));
        for (Map.Entry<String, String> secret : SECRETS.entrySet()) {
            Files.writeString(files.resolve(secret.getKey()), secret.getValue());
        }
        try (CountingSmsc smsc = new CountingSmsc();
                Daemon daemon = new Daemon(home, settings(url, smsc))) {
            daemon.start("-Dplanted=" + MARK + "jvm");
            List<String> shown = shownOnce(url);
            for (String path : List.of("", "/health", "/info", "/env", "/configprops", "/beans", "/logfile")) {
                assertThat(get(daemon, "/actuator" + path)).as(path).doesNotContain(MARK);
                assertThat(get(daemon, "/actuator" + path)).as(path).doesNotContain(shown);
            }
            assertThat(get(daemon, "/actuator/health"))
                    .as("it is the administrator who asks")
                    .contains("accounts");
            assertThat(get(daemon, "/actuator/env")).contains("404");
            assertThat(post(daemon, "{\"type\":\"read\",\"mbean\":\"*:*\",\"config\":{\"ignoreErrors\":true}}"))
                    .contains("org.apache.camel:", "HeapMemoryUsage")
                    .doesNotContain(MARK)
                    .doesNotContain(shown);
            String token = shown.get(0);
            assertThat(send(request(daemon, "/api/v1/outcomes")
                            .setHeader("Authorization", "Bearer " + token)
                            .GET()))
                    .as("it is a token that opens something")
                    .startsWith("200")
                    .doesNotContain(token);
            assertThat(Files.readString(home.resolve("daemon.log"))).doesNotContain(shown);
            assertThat(new DatabaseView(url)
                            .number("select count(*) from api_token where concat_ws(' ', hex(hash), name, vendor)"
                                    + " like '%" + token + "%'"))
                    .isZero();
            assertThat(post(daemon, "{\"type\":\"list\"}")).doesNotContain(MARK);
        }
        // the password of the SMSC is longer than SMPP allows, which is where it would be repeated
        assertThat(Files.readString(home.resolve("daemon.log")))
                .contains("kurenda.smsc.system-id has 15 characters at most, and kurenda.smsc.password 8")
                .doesNotContain(MARK);
    }

    /** A token and the secret of a webhook, as their commands print them. */
    private List<String> shownOnce(String url) throws Exception {
        Daemon commands = new Daemon(
                home,
                List.of(
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=root",
                        "--spring.config.import=configtree:secrets/",
                        "--kurenda.api.webhook-hosts-inside=127.0.0.1"));
        List<String> shown = new ArrayList<>();
        for (List<String> words : List.of(
                List.of("token", "create", "soft", "--sources=waste", "--scopes=submit,read"),
                List.of("webhook", "create", "soft", "--sources=waste", "--url=https://127.0.0.1/kurenda"))) {
            Daemon.Run run = commands.run(words.toArray(String[]::new));
            assertThat(run.exitCode()).as(run.output()).isZero();
            shown.add(run.output()
                    .lines()
                    .reduce((first, last) -> last)
                    .orElseThrow()
                    .strip());
        }
        return shown;
    }

    private static List<String> settings(String url, CountingSmsc smsc) {
        List<String> settings = new ArrayList<>(Daemon.real(url, smsc, 5));
        settings.removeIf(setting -> setting.contains("password="));
        settings.addAll(List.of(
                "--spring.config.import=configtree:secrets/",
                "--kurenda.oidc.issuer=http://127.0.0.1:1/none",
                "--kurenda.oidc.client-id=kurenda",
                "--logging.level.org.springframework.boot=debug"));
        return settings;
    }

    private static String get(Daemon daemon, String path) throws IOException, InterruptedException {
        return send(request(daemon, path).GET());
    }

    private static String post(Daemon daemon, String body) throws IOException, InterruptedException {
        return send(request(daemon, "/actuator/jolokia").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(Daemon daemon, String path) {
        String login = Base64.getEncoder()
                .encodeToString(("admin:" + SECRETS.get("kurenda.admin.password")).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create(daemon.url(path)))
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .header("Authorization", "Basic " + login);
    }

    private static String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var answer = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
