package pl.kurenda.web.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import pl.kurenda.intake.submission.ReminderInput;

/**
 * Reads reminders from a JSON body. A body that does not match the API description is refused as a whole, with a
 * pointer to each error. Otherwise each reminder becomes a row, valid or not, like the rows of files. The body is read
 * token by token and never held in memory as a tree. Reading stops as soon as a body proves too long.
 */
final class ReminderBody {
    /** Most reminders in one body. */
    static final int MOST = 10_000;
    /** Bytes. */
    static final int LARGEST = 8 << 20;
    /** Characters of a reference, which is also a search key. */
    static final int LONGEST_REFERENCE = 255;

    private static final int TOLD = 100;
    private static final int LONGEST = 1000;
    private static final int DEEPEST = 8;
    private static final String LIST = "reminders";
    private static final String REFERENCE = "reference";
    private static final Set<String> FIELDS = Set.of("phone", "amount", "name", "due", "account", REFERENCE);

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxStringLength(1 << 16)
                    .maxNameLength(LONGEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final List<ApiError> errors = new ArrayList<>();
    private final List<ReminderInput> reminders = new ArrayList<>();

    private ReminderBody(JsonParser json) {
        this.json = json;
    }

    /** @throws ApiProblem that names the errors */
    static List<ReminderInput> read(InputStream in) throws IOException {
        InputStreamReader text = new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder());
        try (JsonParser json = JSON.createParser(text)) {
            ReminderBody body = new ReminderBody(json);
            body.take();
            body.refuseIfWrong();
            return body.reminders;
        } catch (CharacterCodingException e) {
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-utf-8");
        } catch (JsonProcessingException e) {
            long line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new ApiProblem(HttpStatus.BAD_REQUEST, "not-json", line, column);
        }
    }

    private void take() throws IOException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            wrong("", "WRONG_TYPE", "object");
            json.skipChildren();
        } else {
            takeFields();
        }
        if (json.nextToken() != null) {
            throw new JsonParseException(json, "more behind the end");
        }
    }

    private void takeFields() throws IOException {
        boolean listed = false;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (!name.equals(LIST)) {
                wrong("/" + escaped(name), "UNKNOWN_FIELD");
                json.skipChildren();
            } else if (value == JsonToken.START_ARRAY) {
                listed = true;
                takeList();
            } else {
                json.skipChildren();
            }
        }
        if (!listed) {
            wrong("/" + LIST, "WRONG_TYPE", "array");
        }
    }

    private void takeList() throws IOException {
        int count = 0;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (count == MOST) {
                wrong("/" + LIST, "WRONG_COUNT", MOST, MOST + 1);
                refuseIfWrong();
            }
            takeReminder("/" + LIST + "/" + count);
            count++;
            if (errors.size() == TOLD) {
                refuseIfWrong();
            }
        }
        if (count == 0) {
            wrong("/" + LIST, "WRONG_COUNT", MOST, 0);
        }
    }

    private void takeReminder(String pointer) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            wrong(pointer, "WRONG_TYPE", "object");
            json.skipChildren();
            return;
        }
        Map<String, String> cells = new HashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (!FIELDS.contains(name)) {
                wrong(pointer + "/" + escaped(name), "UNKNOWN_FIELD");
                json.skipChildren();
            } else if (value == JsonToken.VALUE_STRING) {
                cells.put(name, json.getText());
                check(pointer, name, json.getText());
            } else if (value != JsonToken.VALUE_NULL) {
                wrong(pointer + "/" + name, "WRONG_TYPE", "string");
                json.skipChildren();
            }
        }
        reminders.add(new ReminderInput(
                cells.getOrDefault("phone", ""),
                cells.getOrDefault("amount", ""),
                cells.getOrDefault("name", ""),
                cells.getOrDefault("due", ""),
                cells.getOrDefault("account", ""),
                cells.getOrDefault(REFERENCE, "")));
    }

    private void check(String pointer, String name, String text) {
        int longest = name.equals(REFERENCE) ? LONGEST_REFERENCE : LONGEST;
        if (text.length() > longest) {
            wrong(pointer + "/" + name, "TOO_LONG", longest);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            // a line break would shift the lines of all later reminders
            wrong(pointer + "/" + name, "CONTROL_CHARACTER");
        }
    }

    private void refuseIfWrong() {
        if (!errors.isEmpty()) {
            throw new ApiProblem(HttpStatus.UNPROCESSABLE_ENTITY, "invalid-body").with(errors);
        }
    }

    private void wrong(String pointer, String reason, Object... details) {
        if (errors.size() < TOLD) {
            errors.add(new ApiError(pointer, null, null, reason, ApiTexts.get("error." + reason, details)));
        }
    }

    /** Makes a name into a step of a pointer (RFC 6901 §3), shortened if it is absurdly long. */
    private static String escaped(String name) {
        String step = name.replace("~", "~0").replace("/", "~1");
        return step.length() <= 64 ? step : step.substring(0, 64);
    }
}
