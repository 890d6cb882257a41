package pl.kurenda.ops.jmx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/** Jolokia on its own port, on the MBeans of a running Camel; the tests that extend this class share one. */
@SpringBootTest(
        classes = OpsTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kurenda.admin.password=secret",
            "kurenda.users.clerk.password={bcrypt}" + JolokiaServer.HASH,
            "kurenda.users.clerk.roles=CLERK",
            "kurenda.users.finance.password={bcrypt}" + JolokiaServer.HASH,
            "kurenda.users.finance.roles=FINANCE",
            "kurenda.users.auditor.password={bcrypt}" + JolokiaServer.HASH,
            "kurenda.users.auditor.roles=AUDITOR",
            "camel.main.name=ops",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml"
        })
abstract class JolokiaServer {
    /** Hash of "secret". */
    static final String HASH = "$2b$04$jdayk1s9V/i9TcHSLeulced9uGWAV3VPPNjNRu08CnaUDlZdegTji";

    @Autowired
    TestRestTemplate http;

    final ObjectMapper json = new ObjectMapper();

    @BeforeAll
    static void plant() {
        System.setProperty("planted.password", "planted-in-a-property");
    }

    @AfterAll
    static void pull() {
        System.clearProperty("planted.password");
    }

    /** Returns a client with the user's password, or without a login for {@code nobody}. */
    TestRestTemplate as(String user) {
        return user.equals("nobody") ? http : http.withBasicAuth(user, "secret");
    }

    JsonNode read(String mbean, String attribute) {
        return ask("{\"type\":\"read\",\"mbean\":%s,\"attribute\":\"%s\"}".formatted(quoted(mbean), attribute));
    }

    JsonNode exec(String mbean, String operation) {
        return ask("{\"type\":\"exec\",\"mbean\":%s,\"operation\":\"%s\"}".formatted(quoted(mbean), operation));
    }

    JsonNode ask(String request) {
        try {
            return json.readTree(
                    admin().postForObject("/actuator/jolokia", new HttpEntity<>(request, headers()), String.class));
        } catch (com.fasterxml.jackson.core.JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    TestRestTemplate admin() {
        return http.withBasicAuth("admin", "secret");
    }

    static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_JSON);
        return headers;
    }

    String quoted(String text) {
        return json.valueToTree(text).toString();
    }
}
