package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.ApiTokens;

/** The API description is valid and matches the API, and the API accepts its examples. */
class OpenApiTest extends ClerkPages {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    @Autowired
    private ApiTokens tokens;

    private String token() {
        String secret = ApiSecret.make(false);
        ApiGrant grant = new ApiGrant(0, "doc", "doc", Set.of("waste"), Set.of(Scope.values()), false);
        tokens.create(grant, secret, Instant.parse("2027-01-01T00:00:00Z"), "test");
        return "Bearer " + secret;
    }

    private OpenAPI served() throws Exception {
        String json = mvc.perform(get("/api/openapi").header("Authorization", token()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        SwaggerParseResult parsed = new OpenAPIV3Parser().readContents(json, null, options);
        assertThat(parsed.getMessages()).isEmpty();
        return parsed.getOpenAPI();
    }

    @Test
    void whatIsDescribedIsThereAndWhatIsThereIsDescribed() throws Exception {
        Set<String> described = new TreeSet<>();
        served().getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> described.add(method + " " + path)));
        Set<String> mapped = new TreeSet<>();
        mappings.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getPackageName().equals("pl.kurenda.web.api")) {
                info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> info.getPatternValues().forEach(path -> mapped.add(verb + " " + path)));
            }
        });
        mapped.removeIf(path -> path.startsWith("GET /api/openapi"));
        assertThat(described).isEqualTo(mapped);
    }

    @Test
    void theExamplesAreTaken() throws Exception {
        String header = token();
        int sent = 0;
        for (Map.Entry<String, io.swagger.v3.oas.models.PathItem> path :
                served().getPaths().entrySet()) {
            for (Map.Entry<HttpMethod, Operation> one :
                    path.getValue().readOperationsMap().entrySet()) {
                if (one.getValue().getRequestBody() == null || path.getKey().contains("cancel")) {
                    continue;
                }
                for (Map.Entry<String, MediaType> type :
                        one.getValue().getRequestBody().getContent().entrySet()) {
                    if (type.getValue().getExample() != null) {
                        MockHttpServletResponse answer = send(
                                header,
                                one.getKey().name(),
                                path.getKey(),
                                type.getKey(),
                                type.getValue().getExample());
                        assertThat(answer.getStatus())
                                .as(path.getKey() + " " + answer.getContentAsString())
                                .isBetween(200, 204);
                        sent++;
                    }
                }
            }
        }
        assertThat(sent).isGreaterThanOrEqualTo(3);
    }

    private MockHttpServletResponse send(String header, String method, String path, String type, Object example)
            throws Exception {
        String body = example instanceof String text ? text : new ObjectMapper().writeValueAsString(example);
        return mvc.perform(
                        request(org.springframework.http.HttpMethod.valueOf(method), path.replace("{source}", "waste"))
                                .header("Authorization", header)
                                .contentType(type)
                                .content(body.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .andReturn()
                .getResponse();
    }

    @Test
    void theDescriptionIsForTokensAndForPeopleWhoAreLoggedIn() throws Exception {
        assertThat(mvc.perform(get("/api/openapi")).andReturn().getResponse().getStatus())
                .isIn(302, 401);
        assertThat(mvc.perform(get("/api/openapi.yaml").with(user("ewa").roles("AUDITOR")))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .startsWith("openapi: 3");
    }
}
