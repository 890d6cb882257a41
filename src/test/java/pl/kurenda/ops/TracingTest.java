package pl.kurenda.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import pl.kurenda.ops.jmx.OpsTestApplication;

/** Traces are off by default. When they are on, a collector gets spans without personal data. */
class TracingTest {
    private final List<String> spans = new CopyOnWriteArrayList<>();
    private HttpServer collector;

    @BeforeEach
    void listen() throws IOException {
        collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        collector.createContext("/v1/traces", exchange -> {
            spans.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        collector.start();
    }

    @AfterEach
    void stop() {
        collector.stop(0);
    }

    @Test
    void offByDefault() throws Exception {
        try (ConfigurableApplicationContext application = start()) {
            ask(application, "/actuator/health");
            assertThat(application.getBeansOfType(SpanExporter.class)).isEmpty();
        }
        assertThat(spans).as("what was left would be sent at the end").isEmpty();
    }

    @Test
    void aSpanReachesTheCollectorWithoutWhatWasSearchedFor() throws Exception {
        try (ConfigurableApplicationContext application =
                start("management.tracing.enabled=true", "management.tracing.sampling.probability=1.0")) {
            ask(application, "/login?phone=601234507");
            ask(application, "/actuator/health?phone=601234507");
        }
        await().untilAsserted(() -> assertThat(String.join("", spans)).contains("http get", "kurenda"));
        assertThat(spans).noneMatch(text -> text.contains("601234507") || text.contains("geheim"));
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(OpsTestApplication.class)
                .run(Stream.concat(
                                Stream.of(settings).map(setting -> "--" + setting),
                                Stream.of(
                                        "--server.port=0",
                                        "--kurenda.admin.password=secret",
                                        "--camel.main.name=tracing",
                                        "--camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml",
                                        "--management.otlp.tracing.endpoint=http://127.0.0.1:"
                                                + collector.getAddress().getPort() + "/v1/traces"))
                        .toArray(String[]::new));
    }

    private static void ask(ConfigurableApplicationContext application, String path) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Authorization", "Basic YWRtaW46Z2VoZWlt")
                                .build(),
                        BodyHandlers.discarding());
    }
}
