package pl.kurenda.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderBodyTest {

    /** An endless stream of reminders. */
    private static final class Endless extends InputStream {
        private final byte[] more = "{\"reference\":\"1\"},".getBytes(StandardCharsets.UTF_8);
        private final byte[] start = "{\"reminders\":[".getBytes(StandardCharsets.UTF_8);
        private long read;

        @Override
        public int read() {
            long at = read++;
            return at < start.length ? start[(int) at] : more[(int) ((at - start.length) % more.length)];
        }
    }

    private static List<?> read(String body) throws IOException {
        return ReminderBody.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static String reason(String body) {
        try {
            return "taken: " + read(body).size();
        } catch (ApiProblem e) {
            return e.more().containsKey("errors")
                    ? ((ApiError) ((List<?>) e.more().get("errors")).get(0)).reason()
                    : e.code();
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Test
    void ofABodyThatIsTooLongNoMoreIsReadThanShowsIt() {
        Endless endless = new Endless();
        assertThatExceptionOfType(ApiProblem.class)
                .isThrownBy(() -> ReminderBody.read(endless))
                .satisfies(problem ->
                        assertThat(problem.more().get("errors").toString()).contains("WRONG_COUNT", "10001"));
        assertThat(endless.read).isLessThan(300_000);
    }

    @Test
    void theWholeBodyIsLookedAt() {
        assertThat(reason("{\"reminders\":[{}]}")).isEqualTo("taken: 1");
        assertThat(reason("{\"reminders\":[{}]} {}")).isEqualTo("not-json");
        assertThat(reason("{\"reminders\":[{\"name\":\"a\",\"name\":\"b\"}]}")).isEqualTo("not-json");
        assertThat(reason("{\"reminders\":[" + "{},".repeat(9_999) + "{}]}")).isEqualTo("taken: 10000");
        assertThat(reason("{\"reminders\":{\"a\":[1]}}")).isEqualTo("WRONG_TYPE");
        assertThat(reason("")).isEqualTo("WRONG_TYPE");
    }

    @Test
    void aReferenceIsAsLongAsItCanBeAskedFor() {
        assertThat(reason("{\"reminders\":[{\"reference\":\"" + "x".repeat(255) + "\"}]}"))
                .isEqualTo("taken: 1");
        assertThat(reason("{\"reminders\":[{\"reference\":\"" + "x".repeat(256) + "\"}]}"))
                .isEqualTo("TOO_LONG");
        assertThat(reason("{\"reminders\":[{\"name\":\"" + "x".repeat(1000) + "\"}]}"))
                .isEqualTo("taken: 1");
    }
}
