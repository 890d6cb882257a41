package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What a browser gets from the real server: error pages, and the login in front of every address. */
class ErrorPageTest extends WebServer {

    @Autowired
    private WebApplicationContext context;

    @ParameterizedTest
    @CsvSource({"pl, Nie ma takiej strony", "en, No such page"})
    void anAddressThatIsNotThere(String language, String title) {
        ResponseEntity<String> answer = ask(http.withBasicAuth("admin", "secret"), "/actuator/nothing", language);
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody()).contains("<h1>" + title + "</h1>").doesNotContain("Exception", "at pl.", "??");
    }

    @ParameterizedTest
    @CsvSource({"GET", "POST"})
    void theErrorPageByItsAddressIsNone(String method) {
        assertThat(http.withBasicAuth("admin", "secret")
                        .exchange("/error", HttpMethod.valueOf(method), HttpEntity.EMPTY, String.class)
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }

    @Test
    void nothingButHealthIsReadableWithoutLogin() {
        assertThat(addresses()).contains("/", "/actuator/health", "/actuator/info", "/actuator/jolokia");
        for (String address : addresses()) {
            ResponseEntity<String> answer =
                    http.getForEntity(address.replaceAll("\\{[^}]*}|\\*\\*", "x"), String.class);
            boolean open = address.startsWith("/actuator/health") || address.equals("/login");
            boolean shut = answer.getStatusCode().value() == 401
                    || String.valueOf(answer.getBody()).contains("action=\"/login\"");
            boolean none = address.equals("/error") && answer.getStatusCode().value() == 404;
            assertThat(shut || open || none).as(address).isTrue();
        }
    }

    /** Returns every address that Spring or another servlet serves. */
    private Set<String> addresses() {
        Set<String> found = new TreeSet<>(List.of("/actuator/hawtio/index.html"));
        // this includes the actuator's mapping
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(info -> found.addAll(info.getPatternValues()));
        context.getServletContext().getServletRegistrations().values().stream()
                .flatMap(registration -> registration.getMappings().stream())
                .filter(mapping -> mapping.startsWith("/") && mapping.length() > 1)
                .forEach(mapping -> found.add(mapping.replace("/*", "")));
        return found;
    }

    private ResponseEntity<String> ask(TestRestTemplate client, String path, String language) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.ACCEPT, MediaType.TEXT_HTML_VALUE);
        headers.set(HttpHeaders.ACCEPT_LANGUAGE, language);
        return client.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class);
    }
}
