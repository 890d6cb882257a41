package pl.kurenda.ops.jmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import pl.kurenda.ops.MemoryLogins;

/** The policy as a client sees it: over HTTP, on the MBeans of a running Camel. */
class JolokiaHttpTest extends JolokiaServer {
    private static final String ROUTE = "org.apache.camel:context=ops,type=routes,name=\"heartbeat\"";
    private static final String CONTEXT = "org.apache.camel:context=ops,type=context,name=\"ops\"";
    private static final String ENDPOINT = "org.apache.camel:context=ops,type=endpoints,name=\"direct://sink\"";

    @Autowired
    private MemoryLogins audit;

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                CONTEXT + " | sendStringBody(java.lang.String,java.lang.String) | ['direct:sink','x']",
                CONTEXT + " | requestBody(java.lang.String,java.lang.Object) | ['direct:sink','x']",
                CONTEXT + " | createEndpoint(java.lang.String) | ['direct:other']",
                CONTEXT + " | stop() | []",
                CONTEXT + " | dumpRoutesAsXml(boolean) | [true]",
                CONTEXT + " | setTracing(java.lang.Boolean) | [true]",
                ROUTE + " | remove() | []",
                ROUTE + " | updateRouteFromXml(java.lang.String) | ['<route/>']",
                ROUTE + " | stop(long) | [1]",
                ENDPOINT + " | browseMessageBody(java.lang.Integer) | [0]",
                "org.apache.camel:context=ops,type=services,name=DefaultInflightRepository | browse() | []",
                "org.apache.camel:context=ops,type=services,name=DefaultAsyncProcessorAwaitManager | browse() | []",
                "org.springframework.boot:type=Endpoint,name=Env | environment(java.lang.String) | ['x']",
                "com.sun.management:type=DiagnosticCommand | vmSystemProperties() | []",
                "java.lang:type=Memory | gc() | []",
                "java.util.logging:type=Logging | setLoggerLevel | ['x','INFO']"
            })
    void operationsThatAreNotNamedAreRefused(String mbean, String operation, String arguments) {
        JsonNode answer = ask("{\"type\":\"exec\",\"mbean\":%s,\"operation\":\"%s\",\"arguments\":%s}"
                .formatted(quoted(mbean), operation, arguments.replace('\'', '"')));
        assertRefused(answer);
    }

    @Test
    void anAttributeCannotBeSet() {
        assertRefused(ask("{\"type\":\"write\",\"mbean\":%s,\"attribute\":\"Tracing\",\"value\":true}"
                .formatted(quoted(CONTEXT))));
        assertThat(read(CONTEXT, "Tracing").path("value").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang:type=Runtime | SystemProperties",
                "java.lang:type=Runtime | InputArguments",
                ROUTE + " | LastError",
                "com.sun.management:type=HotSpotDiagnostic | DiagnosticOptions",
                "org.apache.camel:context=ops,type=tracer,name=BacklogTracer | Enabled"
            })
    void whatMayHoldSecretsCannotBeRead(String mbean, String attribute) {
        assertRefused(read(mbean, attribute));
    }

    @Test
    void otherDomainsAndTracersAreNotListed() {
        JsonNode list = ask("{\"type\":\"list\",\"config\":{\"maxDepth\":2}}").path("value");
        assertThat(list.fieldNames()).toIterable().contains("org.apache.camel", "java.lang");
        assertThat(list.fieldNames())
                .toIterable()
                .isSubsetOf("org.apache.camel", "pl.kurenda", "java.lang", "java.nio", "hawtio");
        assertThat(list.path("org.apache.camel").fieldNames())
                .toIterable()
                .noneMatch(name -> name.contains("type=tracer") || name.contains("type=debugger"));
    }

    @Test
    void aRouteIsStoppedAndStarted() {
        assertThat(exec(ROUTE, "stop()").path("status").asInt()).isEqualTo(200);
        assertThat(read(ROUTE, "State").path("value").asText()).isEqualTo("Stopped");
        assertThat(exec(ROUTE, "start()").path("status").asInt()).isEqualTo(200);
        assertThat(exec(ROUTE, "suspend()").path("status").asInt()).isEqualTo(200);
        assertThat(read(ROUTE, "State").path("value").asText()).isEqualTo("Suspended");
        assertThat(exec(ROUTE, "resume()").path("status").asInt()).isEqualTo(200);
        assertThat(read(ROUTE, "State").path("value").asText()).isEqualTo("Started");
        assertThat(audit.notes)
                .as("who did what, in the order in which it was done")
                .containsSubsequence(
                        "admin ROUTE_STOPPED heartbeat",
                        "admin ROUTE_STARTED heartbeat",
                        "admin ROUTE_SUSPENDED heartbeat",
                        "admin ROUTE_RESUMED heartbeat");
    }

    @Test
    void routesAreShownWithTheirDescription() {
        assertThat(exec(CONTEXT, "dumpRoutesAsXml()").path("value").asText())
                .contains("id=\"heartbeat\"", "A route that does nothing");
        assertThat(
                        ask("{\"type\":\"exec\",\"mbean\":%s,\"operation\":\"dumpRoutesStatsAsXml\",\"arguments\":[true,true]}"
                                        .formatted(quoted(CONTEXT)))
                                .path("value")
                                .asText())
                .contains("<routeStat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/jolokia", "/actuator/hawtio/jolokia"})
    void withoutLoginNothingIsAnswered(String path) {
        HttpEntity<String> request = new HttpEntity<>("{\"type\":\"version\"}", headers());
        assertThat(http.exchange(path, HttpMethod.POST, request, String.class).getStatusCode())
                .isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/jolokia", "/actuator/hawtio/jolokia"})
    void aPageOfAnotherSiteIsKeptOut(String path) {
        HttpHeaders headers = headers();
        headers.add("Sec-Fetch-Site", "cross-site");
        HttpEntity<String> request = new HttpEntity<>("{\"type\":\"version\"}", headers);
        assertThat(admin().exchange(path, HttpMethod.POST, request, String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.FORBIDDEN);
    }

    @Test
    void aLinkCannotStopARoute() {
        String answer = admin().getForObject("/actuator/jolokia/exec/{mbean}/stop()", String.class, ROUTE);
        assertThat(answer).contains("\"status\":403");
        assertThat(read(ROUTE, "State").path("value").asText()).isEqualTo("Started");
    }

    @Test
    void whatIsRefusedIsNotNoted() {
        int before = audit.notes.size();
        String link = "/actuator/jolokia/exec/{mbean}/stop()";
        assertThat(admin().getForObject(link, String.class, ROUTE)).contains("\"status\":403");
        assertRefused(exec(ROUTE.replace("heartbeat", "no-such-route"), "stop()"));
        assertRefused(exec("org.apache.camel:context=ops,type=routes", "stop()"));
        assertRefused(exec(ROUTE.replace("\"heartbeat\"", "*"), "stop()"));
        assertThat(audit.notes).hasSize(before);
    }

    /** Tomcat maps these addresses to Jolokia, but Spring cannot find the servlet path in them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator/jolokia;x", "/actuator/jolokia;x/version", "/actuator/%6aolokia", "//actuator/jolokia"
            })
    void anAddressInDisguiseIsRefusedBeforeAnythingReadsIt(String path) {
        assertThat(http.getForEntity(URI.create(http.getRootUri() + path), String.class)
                        .getStatusCode())
                .isEqualTo(HttpStatus.BAD_REQUEST);
    }

    @Test
    void noOtherMachineIsAskedInOurName() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            other.setSoTimeout(200);
            ask("{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"target\":{\"url\":"
                    + "\"service:jmx:rmi:///jndi/rmi://127.0.0.1:%d/jmxrmi\"}}".formatted(other.getLocalPort()));
            assertThatThrownBy(other::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    private static void assertRefused(JsonNode answer) {
        assertThat(answer.path("status").asInt()).as(answer.toString()).isIn(403, 404);
        assertThat(answer.has("value")).isFalse();
    }
}
