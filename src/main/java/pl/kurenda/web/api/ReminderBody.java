package pl.kurenda.web.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import pl.kurenda.intake.ReminderInput;

/**
 * Reads reminders out of a JSON body. What is not as the description says is refused as a whole, with a pointer to each
 * place; what is, is a row like those of files, right or wrong.
 */
final class ReminderBody {
    /** How many reminders a body may have. */
    static final int MOST = 10_000;
    /** Octets. */
    static final int LARGEST = 8 << 20;

    private static final int TOLD = 100;
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 8;
    private static final Set<String> FIELDS = Set.of("phone", "amount", "name", "due", "account", "reference");

    private static final ObjectMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(1 << 16)
                            .maxNameLength(LONGEST)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final List<ApiError> errors = new ArrayList<>();
    private final List<ReminderInput> reminders = new ArrayList<>();

    private ReminderBody() {}

    /** @throws ApiProblem that names what is wrong */
    static List<ReminderInput> read(InputStream in) throws IOException {
        ReminderBody body = new ReminderBody();
        body.take(tree(in));
        if (!body.errors.isEmpty()) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body").with(body.errors);
        }
        return body.reminders;
    }

    private static JsonNode tree(InputStream in) throws IOException {
        byte[] octets = in.readNBytes(LARGEST + 1);
        if (octets.length > LARGEST) {
            throw new ApiProblem(HttpStatus.PAYLOAD_TOO_LARGE, "too-large", LARGEST);
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-utf-8");
        }
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-json", line, column);
        }
    }

    private void take(JsonNode body) {
        if (!body.isObject()) {
            wrong("", "WRONG_TYPE", "object");
            return;
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!name.equals("reminders")) {
                wrong("/" + escaped(name), "UNKNOWN_FIELD");
            }
        });
        JsonNode list = body.get("reminders");
        if (list == null || !list.isArray()) {
            wrong("/reminders", "WRONG_TYPE", "array");
        } else if (list.isEmpty() || list.size() > MOST) {
            wrong("/reminders", "WRONG_COUNT", MOST, list.size());
        } else {
            for (int i = 0; i < list.size() && errors.size() < TOLD; i++) {
                take("/reminders/" + i, list.get(i));
            }
        }
    }

    private void take(String pointer, JsonNode reminder) {
        if (!reminder.isObject()) {
            wrong(pointer, "WRONG_TYPE", "object");
            return;
        }
        for (Map.Entry<String, JsonNode> field : reminder.properties()) {
            String place = pointer + "/" + escaped(field.getKey());
            if (!FIELDS.contains(field.getKey())) {
                wrong(place, "UNKNOWN_FIELD");
            } else if (!field.getValue().isTextual() && !field.getValue().isNull()) {
                wrong(place, "WRONG_TYPE", "string");
            } else {
                check(place, field.getValue().asText(""));
            }
        }
        reminders.add(new ReminderInput(
                text(reminder, "phone"),
                text(reminder, "amount"),
                text(reminder, "name"),
                text(reminder, "due"),
                text(reminder, "account"),
                text(reminder, "reference")));
    }

    private void check(String place, String text) {
        if (text.length() > LONGEST) {
            wrong(place, "TOO_LONG", LONGEST);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            // a line end would move the lines of all that follow
            wrong(place, "CONTROL_CHARACTER");
        }
    }

    private static String text(JsonNode reminder, String field) {
        JsonNode node = reminder.get(field);
        return node == null || !node.isTextual() ? "" : node.textValue();
    }

    private void wrong(String pointer, String reason, Object... details) {
        if (errors.size() < TOLD) {
            errors.add(new ApiError(pointer, null, null, reason, ApiTexts.get("error." + reason, details)));
        }
    }

    /** A name as a step of a pointer (RFC 6901 §3), cut where it is absurd. */
    private static String escaped(String name) {
        String step = name.replace("~", "~0").replace("/", "~1");
        return step.length() <= 64 ? step : step.substring(0, 64);
    }
}
