package pl.kurenda.ops.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;

/** Each kind of request, by each role and without login; and what an administrator cannot reach by any kind. */
class JolokiaRolesTest extends JolokiaServer {
    private static final List<String> KINDS = List.of(
            "{\"type\":\"version\"}",
            "{\"type\":\"list\"}",
            "{\"type\":\"search\",\"mbean\":\"*:*\"}",
            "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\"}",
            "{\"type\":\"write\",\"mbean\":\"java.lang:type=Memory\",\"attribute\":\"Verbose\",\"value\":true}",
            "{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc()\"}",
            "{\"type\":\"notification\",\"command\":\"register\"}",
            "[{\"type\":\"version\"},{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\"}]",
            "{\"type\":\"read\",\"mbean\":\"java.lang:type=Memory\",\"target\":{\"url\":\"service:jmx:rmi:///jndi/rmi://127.0.0.1:1/x\"}}");

    @ParameterizedTest(name = "{0} at {2}: {1}")
    @CsvSource({
        "clerk, 403, /actuator/jolokia",
        "finance, 403, /actuator/jolokia",
        "auditor, 403, /actuator/hawtio/jolokia",
        "nobody, 401, /actuator/jolokia",
        "nobody, 401, /actuator/hawtio/jolokia"
    })
    void isTheAdministratorsAlone(String user, int status, String path) {
        for (String kind : KINDS) {
            assertThat(as(user).exchange(path, HttpMethod.POST, new HttpEntity<>(kind, headers()), String.class)
                            .getStatusCode()
                            .value())
                    .as(kind)
                    .isEqualTo(status);
        }
        for (String link : List.of("/version", "/list", "/read/java.lang:type=Memory", "/search/*:*")) {
            assertThat(as(user).getForEntity(path + link, String.class)
                            .getStatusCode()
                            .value())
                    .as(link)
                    .isEqualTo(status);
        }
    }

    @Test
    void ofABulkOnlyWhatIsAllowedIsAnswered() {
        JsonNode answers = ask(
                "[{\"type\":\"version\"},{\"type\":\"exec\",\"mbean\":\"java.lang:type=Memory\",\"operation\":\"gc()\"},"
                        + "{\"type\":\"read\",\"mbean\":\"java.lang:type=Runtime\",\"attribute\":\"SystemProperties\"}]");
        assertThat(answers).hasSize(3);
        assertThat(answers.get(0).path("status").asInt()).isEqualTo(200);
        assertThat(answers.get(1).path("status").asInt()).isEqualTo(403);
        assertThat(answers.get(2).has("value")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"list", "read/java.lang:type=Memory", "write/java.lang:type=Memory/Verbose/true", "search/*:*"})
    void aLinkShowsNothing(String link) {
        ResponseEntity<String> answer = admin().getForEntity("/actuator/jolokia/" + link, String.class);
        assertThat(answer.getBody()).contains("\"status\":403").doesNotContain("\"value\":{", "\"value\":[");
    }

    /** Reads all attributes of all MBeans in this JVM at once. */
    @Test
    void noAttributeHoldsASecretOrABody() {
        JsonNode all = ask("{\"type\":\"read\",\"mbean\":\"*:*\",\"config\":{\"ignoreErrors\":true}}");
        assertThat(all.toString())
                .contains("HeapMemoryUsage", "java.util.logging:")
                .doesNotContain("planted-in-a-property");
        all.path("value").properties().forEach(mbean -> {
            boolean readable = mbean.getKey().matches("(org.apache.camel|pl.kurenda|java.lang|java.nio|hawtio):.*");
            mbean.getValue().properties().forEach(attribute -> {
                boolean secret = List.of("SystemProperties", "InputArguments", "LastError")
                        .contains(attribute.getKey());
                if (secret || !readable) {
                    assertThat(attribute.getValue().path("error").asText())
                            .as(mbean.getKey() + " " + attribute.getKey())
                            .contains("forbidden");
                }
            });
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "java.lang:type=Runtime | SystemProperties",
                "java.lang:type=Runtime | InputArguments",
                "com.zaxxer.hikari:type=PoolConfig* | *",
                "Tomcat:* | *",
                "java.util.logging:type=Logging | LoggerNames",
                "com.sun.management:type=* | *",
                "JMImplementation:type=MBeanServerDelegate | MBeanServerId",
                "org.springframework.boot:* | *"
            })
    void whatMayHoldSecretsIsHiddenByItsPatternAsWell(String mbean, String attribute) {
        String wanted = attribute.equals("*") ? "" : ",\"attribute\":\"" + attribute + "\"";
        JsonNode answer = ask("{\"type\":\"read\",\"mbean\":\"%s\"%s}".formatted(mbean, wanted));
        assertThat(answer.path("value").size()).as(answer.toString()).isZero();
        assertThat(answer.path("value").isTextual()).isFalse();
    }
}
