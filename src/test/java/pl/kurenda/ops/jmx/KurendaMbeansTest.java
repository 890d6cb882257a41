package pl.kurenda.ops.jmx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import pl.kurenda.ops.MemoryLogins;

/** Kurenda's own MBeans, over Jolokia. */
class KurendaMbeansTest extends JolokiaServer {
    private static final String QUEUE = "pl.kurenda:type=Queue";

    @Autowired
    private MemoryLogins audit;

    @Test
    void theQueueIsTold() {
        JsonNode queue =
                ask("{\"type\":\"read\",\"mbean\":\"%s\"}".formatted(QUEUE)).path("value");
        assertThat(queue).hasSize(5);
        assertThat(queue.path("Queued").asLong()).isEqualTo(1);
        assertThat(queue.path("OldestSeconds").asLong()).isEqualTo(90);
        assertThat(queue.path("Unknown").asLong()).isEqualTo(2);
        assertThat(queue.path("Held").asLong()).isEqualTo(3);
        assertThat(queue.path("HeldFiles").asLong()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({
        "'pl.kurenda:name=waste,type=Source', Taking, true, false, SOURCE, waste",
        "'pl.kurenda:name=plus,type=Smsc', State, bound, paused by hand, SMSC, plus"
    })
    void isPausedAndResumedByTheAdministratorWhoIsNoted(
            String mbean, String attribute, String before, String after, String action, String object) {
        audit.notes.clear();
        assertThat(read(mbean, attribute).path("value").asText()).isEqualTo(before);
        assertThat(exec(mbean, "pause").path("status").asInt()).isEqualTo(200);
        assertThat(read(mbean, attribute).path("value").asText()).isEqualTo(after);
        assertThat(exec(mbean, "resume()").path("status").asInt()).isEqualTo(200);
        assertThat(read(mbean, attribute).path("value").asText()).isEqualTo(before);
        assertThat(audit.notes)
                .containsExactly("admin " + action + "_PAUSED " + object, "admin " + action + "_RESUMED " + object);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "auditor", "finance"})
    void nobodyElsePausesAnything(String user) {
        String pause = "{\"type\":\"exec\",\"mbean\":\"pl.kurenda:name=plus,type=Smsc\",\"operation\":\"pause()\"}";
        assertThat(as(user).exchange(
                                "/actuator/jolokia", HttpMethod.POST, new HttpEntity<>(pause, headers()), String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(403);
        assertThat(read("pl.kurenda:name=plus,type=Smsc", "State").path("value").asText())
                .isEqualTo("bound");
    }

    @ParameterizedTest
    @CsvSource({"getState()", "hashCode()", "pause(java.lang.String)"})
    void nothingElseIsCalled(String operation) {
        assertThat(exec("pl.kurenda:name=plus,type=Smsc", operation)
                        .path("status")
                        .asInt())
                .isEqualTo(403);
    }
}
