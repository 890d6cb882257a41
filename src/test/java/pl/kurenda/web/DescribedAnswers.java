package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.oas.OpenApi30;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yaml.snakeyaml.Yaml;

/** Checks responses against the API description: status and type are listed there, and the body matches its schema. */
final class DescribedAnswers {
    private static final String FILE = "/openapi/kurenda-v1.yaml";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.builder(
                    JsonSchemaFactory.getInstance(VersionFlag.V4))
            .metaSchema(OpenApi30.getInstance())
            .defaultMetaSchemaIri(OpenApi30.getInstance().getIri())
            .build();
    private static final JsonNode DESCRIPTION = read();

    private DescribedAnswers() {}

    private static JsonNode read() {
        try (InputStream in = DescribedAnswers.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().valueToTree(new Yaml().load(in));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param path as in the description, such as {@code /api/v1/batches/{id}} */
    static void check(String method, String path, MockHttpServletResponse answer) throws IOException {
        String place =
                "/paths/" + path.replace("~", "~0").replace("/", "~1") + "/" + method.toLowerCase() + "/responses";
        JsonNode responses = DESCRIPTION.at(place);
        assertThat(responses.isObject()).as("described: " + method + " " + path).isTrue();
        String status = String.valueOf(answer.getStatus());
        String name = responses.has(status) ? status : "default";
        assertThat(responses.has(name))
                .as("described: " + method + " " + path + " " + status)
                .isTrue();
        JsonNode response = responses.get(name);
        String at = place + "/" + name;
        if (response.has("$ref")) {
            at = response.get("$ref").asText().substring(1);
            response = DESCRIPTION.at(at);
        }
        checkHeaders(response, answer);
        if (!response.has("content")) {
            assertThat(answer.getContentLength()).isZero();
            return;
        }
        String type = answer.getContentType().replaceAll(";.*", "");
        assertThat(response.get("content").has(type))
                .as("described type: " + type)
                .isTrue();
        checkBody(at + "/content/" + type.replace("/", "~1") + "/schema", answer.getContentAsString());
    }

    private static void checkHeaders(JsonNode response, MockHttpServletResponse answer) {
        for (String header : answer.getHeaderNames()) {
            if (header.startsWith("RateLimit") || header.equals("Retry-After") || header.equals("Location")) {
                boolean general = header.startsWith("RateLimit") && !response.has("headers");
                assertThat(general || response.path("headers").has(header))
                        .as("described header: " + header)
                        .isTrue();
            }
        }
    }

    private static void checkBody(String place, String body) throws IOException {
        SchemaLocation location = SchemaLocation.of("classpath:" + FILE.substring(1) + "#" + place);
        assertThat(SCHEMAS.getSchema(
                                location,
                                SchemaValidatorsConfig.builder()
                                        .formatAssertionsEnabled(true)
                                        .build())
                        .validate(body, InputFormat.JSON))
                .as(place + ": " + body)
                .isEmpty();
        checkNames(DESCRIPTION.at(place), new ObjectMapper().readTree(body), place);
    }

    /** Checks that every field is described; clients cannot rely on others. */
    private static void checkNames(JsonNode described, JsonNode value, String place) {
        JsonNode schema = described.has("$ref")
                ? DESCRIPTION.at(described.get("$ref").asText().substring(1))
                : described;
        if (value.isArray()) {
            value.forEach(one -> checkNames(schema.get("items"), one, place + "[]"));
        } else if (value.isObject() && schema.has("properties")) {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                JsonNode property = schema.get("properties").get(field.getKey());
                assertThat(property).as(place + "." + field.getKey()).isNotNull();
                checkNames(property, field.getValue(), place + "." + field.getKey());
            }
        }
    }
}
