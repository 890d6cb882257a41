package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pl.kurenda.intake.submission.SubmissionDesk;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.ApiTokens;

/** Batches from the request to the folder from which intake takes them. */
class ApiBatchesTest extends ClerkPages {
    private static final Path IN = Path.of("target/clerk-home/dropbox/waste/api/in");
    private static final String ONE =
            "{\"reminders\":[{\"phone\":\"601234507\",\"amount\":\"%s\",\"name\":\"Żółć; Jan\"}]}";

    @Autowired
    private ApiTokens tokens;

    @Autowired
    private SubmissionDesk desk;

    private String vendor;
    private String header;

    @BeforeEach
    void aVendorOfItsOwnAndEmptyFolders() throws IOException {
        vendor = "v" + ApiSecret.make(false).substring(9, 20).toLowerCase(java.util.Locale.ROOT);
        header = token(vendor);
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private String token(String of) {
        String secret = ApiSecret.make(false);
        ApiGrant grant = new ApiGrant(0, of, of, Set.of("waste"), Set.of(Scope.values()), false);
        tokens.create(grant, secret, Instant.parse("2027-01-01T00:00:00Z"), "test");
        return "Bearer " + secret;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(IN)) {
            return files.sorted().toList();
        }
    }

    private MockHttpServletResponse send(String type, byte[] body, String key, String query) throws Exception {
        MockHttpServletRequestBuilder request = post("/api/v1/sources/waste/batches" + query)
                .header("Authorization", header)
                .header("Accept-Language", "en")
                .contentType(type)
                .content(body);
        return mvc.perform(key == null ? request : request.header("Idempotency-Key", key))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse json(String body, String key) throws Exception {
        return send("application/json", body.getBytes(StandardCharsets.UTF_8), key, "");
    }

    private static String id(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(202);
        return JsonPath.read(answer.getContentAsString(), "$.id");
    }

    @Test
    void remindersBecomeAFileThatTheIntakeTakes() throws Exception {
        MockHttpServletResponse answer = json(ONE.formatted("12.50"), "k1");
        String id = id(answer);
        assertThat(answer.getHeader("Location")).isEqualTo("/api/v1/batches/" + id);
        assertThat(files()).containsExactly(IN.resolve(id + ".rows.csv"));
        assertThat(files().get(0))
                .hasContent("phone;amount;name;due;account;reference\n601234507;12.50;\"Żółć; Jan\";;;\n");
        String state = mvc.perform(get("/api/v1/batches/" + id).header("Authorization", header))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat((String) JsonPath.read(state, "$.state")).isEqualTo("RECEIVED");
    }

    @Test
    void theSameKeyIsAnsweredTheSameAndAnotherBodyRefused() throws Exception {
        String id = id(json(ONE.formatted("1.00"), "k1"));
        assertThat(id(json(ONE.formatted("1.00"), "k1"))).isEqualTo(id);
        MockHttpServletResponse other = json(ONE.formatted("2.00"), "k1");
        assertThat(other.getStatus()).isEqualTo(409);
        assertThat((String) JsonPath.read(other.getContentAsString(), "$.batch"))
                .isEqualTo(id);
        assertThat(files()).hasSize(1);
        header = token("another" + vendor);
        assertThat(id(json(ONE.formatted("2.00"), "k1")))
                .as("keys are each vendor's own")
                .isNotEqualTo(id);
    }

    @Test
    void withoutAKeyTheContentIsTheKey() throws Exception {
        String id = id(json(ONE.formatted("1.00"), null));
        assertThat(id(json(ONE.formatted("1.00"), null))).isEqualTo(id);
        assertThat(id(json(ONE.formatted("2.00"), null))).isNotEqualTo(id);
        assertThat(files()).hasSize(2);
    }

    @Test
    void equalRequestsAtOnceMakeOneBatch() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> requests = IntStream.range(0, 16)
                    .<Callable<String>>mapToObj(n -> () -> id(json(ONE.formatted("3.00"), "race")))
                    .toList();
            Set<String> ids = new java.util.TreeSet<>();
            for (Future<String> request : threads.invokeAll(requests)) {
                ids.add(request.get());
            }
            assertThat(ids).hasSize(1);
            assertThat(files()).hasSize(1);
            assertThat(jdbc.sql("select count(*) from submission where vendor = ?")
                            .param(vendor)
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWasPromisedBeforeACrashIsKept() throws Exception {
        String id = id(json(ONE.formatted("4.00"), "crash"));
        Path file = IN.resolve(id + ".rows.csv");
        Path hidden = IN.resolve("." + id + ".rows.csv");
        Files.move(file, hidden);
        jdbc.sql("update submission set dropped_at = null, received_at = received_at - interval 1 minute where id = ?")
                .param(id)
                .update();
        desk.sweep();
        assertThat(files()).containsExactly(file);

        Files.move(file, hidden);
        jdbc.sql("update submission set dropped_at = null where id = ?")
                .param(id)
                .update();
        assertThat(id(json(ONE.formatted("4.00"), "crash"))).isEqualTo(id);
        assertThat(files()).as("or at once, for the vendor who asks again").containsExactly(file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"reminders\":[]} | 422 | WRONG_COUNT | /reminders",
                "{\"reminders\":[{\"phone\":601234567}]} | 422 | WRONG_TYPE | /reminders/0/phone",
                "{\"reminders\":[{\"phone\":\"1\",\"sms\":\"x\"}]} | 422 | UNKNOWN_FIELD | /reminders/0/sms",
                "{\"reminders\":[{\"name\":\"a\\nb\"}]} | 422 | CONTROL_CHARACTER | /reminders/0/name",
                "{\"reminders\":[7]} | 422 | WRONG_TYPE | /reminders/0",
                "{\"rows\":[]} | 422 | UNKNOWN_FIELD | /rows",
                "[] | 422 | WRONG_TYPE | ``"
            })
    void whatIsNotAsDescribedIsNamedByAPointer(String body, int status, String reason, String pointer)
            throws Exception {
        MockHttpServletResponse answer = json(body, null);
        assertThat(answer.getStatus()).isEqualTo(status);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        List<String> pointers =
                JsonPath.read(answer.getContentAsString(), "$.errors[?(@.reason == '" + reason + "')].pointer");
        assertThat(pointers).containsExactly(pointer);
        assertThat(files()).isEmpty();
    }

    @Test
    void bodiesThatCannotBeReadAreRefusedAsAWhole() throws Exception {
        assertThat(json("{\"reminders\":[", null).getContentAsString()).contains("not-json");
        assertThat(json("{\"reminders\":[],\"reminders\":[]}", null).getContentAsString())
                .contains("not-json");
        byte[] latin = ONE.formatted("1").getBytes(Charset.forName("windows-1250"));
        assertThat(send("application/json", latin, null, "").getContentAsString())
                .contains("not-utf-8");
        String many = "{\"reminders\":[" + "{},".repeat(10_000) + "{}]}";
        assertThat(json(many, null).getContentAsString()).contains("WRONG_COUNT", "10001");
        assertThat(json(" ".repeat((8 << 20) + 1), null).getStatus()).isEqualTo(413);
        MockHttpServletResponse phoneless =
                send("text/csv", "kwota\n5,00\n".getBytes(StandardCharsets.UTF_8), null, "");
        assertThat(phoneless.getStatus()).isEqualTo(422);
        assertThat(phoneless.getContentAsString()).contains("NO_PHONE");
        assertThat(send("application/xml", new byte[] {1}, null, "").getStatus())
                .isEqualTo(415);
        assertThat(json(ONE.formatted("1"), "ż").getStatus()).isEqualTo(400);
        assertThat(files()).isEmpty();
    }

    @Test
    void anUploadIsTakenAsItComes() throws Exception {
        byte[] export = "telefon;kwota;nazwisko\n601234507;5,00;Żółć\n".getBytes(Charset.forName("windows-1250"));
        String id = id(send("text/csv", export, null, ""));
        assertThat(Files.readAllBytes(IN.resolve(id + ".csv"))).isEqualTo(export);
        MockMultipartFile part = new MockMultipartFile("file", "a.csv", "text/csv", export);
        MockHttpServletResponse form = mvc.perform(
                        multipart("/api/v1/sources/waste/batches").file(part).header("Authorization", header))
                .andReturn()
                .getResponse();
        assertThat(id(form)).as("it is the same body").isEqualTo(id);
        assertThat(files()).hasSize(1);
    }

    @Test
    void aDryRunTellsAllAndKeepsNothing() throws Exception {
        String body = """
                {"reminders":[{"phone":"601234507","amount":"5.00"},{"phone":"601234507","amount":"zł"}, {"phone":"601234608","amount":"5.00","due":"2026-02-30"},{"phone":"601234608","amount":"5.00","due":"2062-10-15"}]}""";
        MockHttpServletResponse answer =
                send("application/json", body.getBytes(StandardCharsets.UTF_8), null, "?dry-run=true");
        String trial = answer.getContentAsString();
        assertThat(answer.getStatus()).as(trial).isEqualTo(200);
        assertThat((int) JsonPath.read(trial, "$.would_send")).isEqualTo(1);
        assertThat((String) JsonPath.read(trial, "$.cost")).isEqualTo("0.07");
        assertThat((String) JsonPath.read(trial, "$.messages[0].to")).isEqualTo("+48601234507");
        assertThat((String) JsonPath.read(trial, "$.errors[0].pointer")).isEqualTo("/reminders/1/amount");
        assertThat((String) JsonPath.read(trial, "$.errors[0].reason")).isEqualTo("AMOUNT_INVALID");
        assertThat(trial).contains("DUE_DATE_INVALID", "value ***: there is no such day", "20 years away");
        assertThat(files()).isEmpty();
    }
}
