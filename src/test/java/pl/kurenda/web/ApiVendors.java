package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiSecret;
import pl.kurenda.ledger.vendor.ApiTokens;

/**
 * Shared base of API tests: vendors, and batches as intake leaves them. Checks each response against the description.
 */
abstract class ApiVendors extends ClerkPages {
    private static final AtomicLong NEXT = new AtomicLong(990_000);

    @Autowired
    ApiTokens tokens;

    SampleLedger ledger;

    @BeforeAll
    void behindOthers() {
        ledger = new SampleLedger(jdbc, NEXT.addAndGet(1_000));
    }

    @AfterAll
    void leaveNothing() {
        for (String table : new String[] {"outcome", "history", "segment"}) {
            ledger.run("delete from " + table + " where reminder_id >= 990000");
        }
        ledger.run("delete from outcome_feed");
        ledger.run("delete from reminder where batch_id >= 990000");
        ledger.run("delete from rejected_row where batch_id >= 990000");
        ledger.run("delete from batch_decision where batch_id >= 990000");
        ledger.run("delete from batch where id >= 990000");
        ledger.run("delete from opt_out");
        ledger.run("delete from opt_out_change");
    }

    /** Creates a token for the vendor and returns its header. */
    String vendor(String name, boolean sandbox) {
        String secret = ApiSecret.make(sandbox);
        ApiGrant grant = new ApiGrant(0, name, name, Set.of("waste"), Set.of(Scope.values()), sandbox);
        tokens.create(grant, secret, Instant.parse("2027-01-01T00:00:00Z"), "test");
        return "Bearer " + secret;
    }

    /** @param path as in the description, followed by the values of its parts, then those of the query */
    MockHttpServletResponse ask(String header, String method, String path, String query, String body) throws Exception {
        String template = path.replaceFirst("/batches/[a-z2-7]{26}", "/batches/{id}")
                .replaceFirst("/reminders/\\d+/", "/reminders/{number}/")
                .replaceFirst("/sources/[a-z]+/", "/sources/{source}/");
        MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(method), path + query)
                .header("Authorization", header)
                .header("Accept-Language", "en");
        if (body != null) {
            request.contentType("application/json").content(body.getBytes(StandardCharsets.UTF_8));
        }
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        DescribedAnswers.check(method, template, answer);
        return answer;
    }

    MockHttpServletResponse get(String header, String path) throws Exception {
        String[] parts = path.split("\\?");
        return ask(header, "GET", parts[0], parts.length > 1 ? "?" + parts[1] : "", null);
    }

    MockHttpServletResponse post(String header, String path, String body) throws Exception {
        return ask(header, "POST", path, "", body);
    }

    <T> T value(MockHttpServletResponse answer, String path) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isBetween(200, 299);
        return JsonPath.read(answer.getContentAsString(), path);
    }

    void refused(MockHttpServletResponse answer, int status, String code) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat((String) JsonPath.read(answer.getContentAsString(), "$.code"))
                .isEqualTo(code);
    }

    /** Sends a batch and returns its id; intake has not taken it yet. */
    String sent(String header) throws Exception {
        String body = "{\"reminders\":[{\"phone\":\"601234507\",\"amount\":\"1.00\",\"reference\":\"%s\"}]}"
                .formatted(NEXT.incrementAndGet());
        return value(post(header, "/api/v1/sources/waste/batches", body), "$.id");
    }

    /** Marks the batch as loaded and returns its number. */
    long loaded(String id, String state) {
        long batch = NEXT.incrementAndGet();
        ledger.batch(batch, "waste", "x" + batch, state, TODAY);
        ledger.run("""
                update batch b join submission s on s.id = ?
                set b.source = s.source, b.file_name = s.file_name, b.filed_name = s.file_name, b.sha256 = s.file_sha256,
                  b.loaded_at = b.received_at
                where b.id = ?""", id, batch);
        ledger.loaded(batch, 1, 0, 0, 1);
        return batch;
    }

    /** Adds reminders to a batch, all with the same reference. */
    void reminders(long batch, ReminderState state, int count, String reference) {
        ledger.reminders(batch, state, count, 100, TODAY);
        ledger.run("update reminder set reference = ? where batch_id = ?", reference, batch);
    }
}
