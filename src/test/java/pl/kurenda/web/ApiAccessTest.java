package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.ApiTokens;

/** Every API path with missing, wrong and other vendors' credentials. */
class ApiAccessTest extends ClerkPages {
    private static final Instant LATER = Instant.parse("2027-01-01T00:00:00Z");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApiTokens tokens;

    /** Returns all mapped paths, such as {@code GET /api/v1/batches/{id}}. */
    private Set<String> paths() {
        Set<String> paths = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().equals("pl.kurenda.web.api")) {
                names(info).filter(name -> name.contains("/v1/")).forEach(paths::add);
            }
        });
        assertThat(paths).hasSizeGreaterThan(2);
        return paths;
    }

    private static Stream<String> names(RequestMappingInfo info) {
        return info.getMethodsCondition().getMethods().stream()
                .flatMap(method -> info.getPatternValues().stream().map(path -> method + " " + path));
    }

    private String token(String vendor, Set<String> sources, Set<Scope> scopes, Instant until) {
        String secret = ApiSecret.make(false);
        tokens.create(new ApiGrant(0, vendor, vendor, sources, scopes, false), secret, until, "test");
        return secret;
    }

    private MockHttpServletResponse answer(String path, String header) throws Exception {
        MockHttpServletRequestBuilder request = asked(path);
        return mvc.perform(header == null ? request : request.header("Authorization", header))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder asked(String path) {
        String[] words = path.split(" ");
        String address = words[1].replace("{source}", "waste")
                .replace("{id}", "a".repeat(26))
                .replace("{number}", "7")
                .replace("{phone}", "48601234567");
        return request(HttpMethod.valueOf(words[0]), address)
                .contentType("application/json")
                .content("{}");
    }

    @Test
    void nobodyGetsInWithoutAGoodToken() throws Exception {
        String expired = token("old", Set.of("waste"), Set.of(Scope.values()), Instant.parse("2026-11-24T08:05:00Z"));
        String revoked = token("gone", Set.of("waste"), Set.of(Scope.values()), LATER);
        tokens.all().stream()
                .filter(token -> token.grant().vendor().equals("gone"))
                .forEach(token -> tokens.revoke(token.grant().tokenId(), "test", "test"));
        for (String path : paths()) {
            MockHttpServletResponse none = answer(path, null);
            assertThat(none.getStatus()).as(path).isEqualTo(401);
            assertThat(none.getHeader("WWW-Authenticate")).isEqualTo("Bearer realm=\"Kurenda\"");
            assertThat(none.getContentType()).startsWith("application/problem+json");
            assertThat(none.getContentAsString()).contains("\"code\":\"no-token\"", "\"status\":401");
            for (String wrong : new String[] {
                "Bearer " + ApiSecret.make(false),
                "Bearer " + expired,
                "Bearer " + revoked,
                "Bearer",
                "Basic YWRtaW46eA=="
            }) {
                MockHttpServletResponse refused = answer(path, wrong);
                assertThat(refused.getStatus()).as(path + " " + wrong).isEqualTo(401);
                assertThat(refused.getHeader("WWW-Authenticate")).contains("error=\"invalid_token\"");
                assertThat(refused.getContentAsString()).contains("\"code\":\"invalid-token\"");
            }
        }
    }

    @Test
    void peopleHaveNoWayInToo() throws Exception {
        for (String path : paths()) {
            assertThat(mvc.perform(asked(path).with(httpBasic("admin", "secret")))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(401);
        }
        assertThat(mvc.perform(asked("POST /").with(user("ewa").roles("VENDOR")))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("and a vendor none to the pages")
                .isEqualTo(403);
    }

    @Test
    void aTokenIsGoodForItsScopesAlone() throws Exception {
        for (Scope scope : Scope.values()) {
            String header = "Bearer " + token("one-" + scope, Set.of("waste"), Set.of(scope), LATER);
            for (String path : paths()) {
                boolean may = scope == needed(path);
                int status = answer(path, header).getStatus();
                assertThat(status == 403).as(scope + " " + path + ": " + status).isEqualTo(!may);
            }
        }
        String all = "Bearer " + token("all", Set.of("waste"), Set.of(Scope.values()), LATER);
        assertThat(answer("PUT /api/v1/batches/{id}", all).getStatus()).isEqualTo(403);
        assertThat(answer("GET /api/v1/nothing", all).getStatus()).isEqualTo(404);
        assertThat(answer("GET /api/v2/batches/{id}", all).getStatus()).isEqualTo(403);
    }

    private static Scope needed(String path) {
        if (path.startsWith("GET")) {
            return Scope.READ;
        }
        return path.endsWith("/cancel") ? Scope.CANCEL : Scope.SUBMIT;
    }

    @Test
    void anotherSourceAndAnotherVendorAreNotToBeSeen() throws Exception {
        String tax = "Bearer " + token("taxsoft", Set.of("tax"), Set.of(Scope.values()), LATER);
        for (String path : paths()) {
            if (path.contains("{source}")) {
                MockHttpServletResponse refused = answer(path, tax);
                assertThat(refused.getStatus()).as(path).isEqualTo(403);
                assertThat(refused.getContentAsString()).contains("other-source");
            } else if (path.contains("{id}") || path.contains("{number}")) {
                assertThat(answer(path, tax).getStatus()).as(path).isEqualTo(404);
            }
        }
    }
}
