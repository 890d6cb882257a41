package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.vendor.Submissions;

/** What the API returns to a vendor about batches, numbers and too many requests. */
class ApiReadsTest extends ApiVendors {
    @Autowired
    private Submissions submissions;

    private String header;

    @BeforeEach
    void aVendor() {
        header = vendor("reads", false);
    }

    private String state(String id) throws Exception {
        return value(get(header, "/api/v1/batches/" + id), "$.state");
    }

    private MockHttpServletResponse cancel(String id) throws Exception {
        return post(header, "/api/v1/batches/" + id + "/cancel", "{\"reason\":\"test\"}");
    }

    @Test
    void aBatchTellsHowFarItGot() throws Exception {
        String id = sent(header);
        assertThat(state(id)).isEqualTo("RECEIVED");
        long batch = loaded(id, "LOADING");
        assertThat(state(id)).isEqualTo("LOADING");
        MockHttpServletResponse early = cancel(id);
        refused(early, 409, "not-loaded");
        assertThat(early.getHeader("Retry-After")).isEqualTo("1");
        ledger.run("update batch set state = 'HELD' where id = ?", batch);
        reminders(batch, ReminderState.HELD, 2, "reads-1");
        assertThat(state(id)).isEqualTo("HELD");
        assertThat((int) value(cancel(id), "$.withdrawn")).isEqualTo(2);
        assertThat((int) value(cancel(id), "$.withdrawn")).isZero();
    }

    @Test
    void aBatchWithoutAnythingOpenIsDone() throws Exception {
        String id = sent(header);
        loaded(id, "LOADED");
        assertThat(state(id)).isEqualTo("DONE");
    }

    @Test
    void aRepeatedBatchHasNothingToTakeBack() throws Exception {
        String id = sent(header);
        long batch = loaded(id, "LOADED");
        ledger.run("update batch set file_name = 'first.csv' where id = ?", batch);
        assertThat(state(id)).isEqualTo("REPEATED");
        MockHttpServletResponse refused = cancel(id);
        refused(refused, 409, "repeated");
        assertThat(refused.getHeader("Retry-After")).isNull();
    }

    @Test
    void aBatchThatCouldNotBeReadSaysWhyHoweverLongAgoItWas() throws Exception {
        String id = sent(header);
        submissions.failed("waste", id + ".rows.csv", "COLUMN_NOT_FOUND", "Kwota");
        MockHttpServletResponse answer = get(header, "/api/v1/batches/" + id);
        assertThat((String) value(answer, "$.state")).isEqualTo("FAILED");
        assertThat((String) value(answer, "$.errors[0].reason")).isEqualTo("COLUMN_NOT_FOUND");
        assertThat((String) value(answer, "$.errors[0].detail")).contains("Kwota");
        MockHttpServletResponse refused = cancel(id);
        refused(refused, 409, "too-late");
        assertThat(refused.getHeader("Retry-After")).isNull();
    }

    @Test
    void rejectedRowsAndRemindersAreReadPageByPage() throws Exception {
        String id = sent(header);
        long batch = loaded(id, "LOADED");
        ledger.rejected(batch, 150, 5);
        ledger.loaded(batch, 153, 150, 0, 3);
        reminders(batch, ReminderState.QUEUED, 3, "reads-2");
        String path = "/api/v1/batches/" + id;
        int behind = value(get(header, path), "$.more_errors_after");
        MockHttpServletResponse first = get(header, path + "/errors");
        assertThat((int) value(first, "$.next")).isEqualTo(behind);
        assertThat((boolean) value(first, "$.more")).isTrue();
        MockHttpServletResponse second = get(header, path + "/errors?after=" + behind);
        assertThat((List<?>) value(second, "$.errors")).hasSize(50);
        assertThat((boolean) value(second, "$.more")).isFalse();
        MockHttpServletResponse two = get(header, path + "/reminders?limit=2");
        assertThat((List<?>) value(two, "$.reminders")).hasSize(2);
        int next = value(two, "$.next");
        assertThat((List<?>) value(get(header, path + "/reminders?limit=2&after=" + next), "$.reminders"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/outcomes?limit=0",
                "/api/v1/outcomes?limit=1001",
                "/api/v1/outcomes?limit=x",
                "/api/v1/outcomes?after=-1",
                "/api/v1/outcomes?after=1234567890123456789",
                "/api/v1/outcomes?after=999999999999999999",
                "/api/v1/opt-outs?after=48601234507x",
                "/api/v1/opt-outs?limit=0",
                "/api/v1/sources/waste/reminders?reference=",
                "/api/v1/sources/waste/reminders"
            })
    void whatCannotBeAskedForIsNamed(String path) throws Exception {
        refused(get(header, path), 400, "bad-parameter");
    }

    @Test
    void numbersAreOptedOutAndTakenBackWithoutAnyTellingWhoElseHasObjected() throws Exception {
        String other = vendor("reads-other", false);
        String body = "{\"phone\":\"601000444\",\"reason\":\"test\"}";
        MockHttpServletResponse first = post(header, "/api/v1/opt-outs", body);
        MockHttpServletResponse again = post(header, "/api/v1/opt-outs", body);
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        refused(post(other, "/api/v1/opt-outs/removal", body), 404, "not-found");
        assertThat(post(header, "/api/v1/opt-outs/removal", body).getStatus()).isEqualTo(204);
        refused(post(header, "/api/v1/opt-outs/removal", body), 404, "not-found");
        refused(post(header, "/api/v1/opt-outs/removal", "{\"phone\":\"12\"}"), 400, "bad-parameter");
        refused(post(vendor("reads", true), "/api/v1/opt-outs/removal", body), 403, "not-in-sandbox");
        refused(post(vendor("reads", true), "/api/v1/opt-outs", body), 403, "not-in-sandbox");
    }

    @Test
    void optOutsAreReadFromACursorOn() throws Exception {
        long batch = loaded(sent(header), "LOADED");
        reminders(batch, ReminderState.DELIVERED, 3, "reads-3");
        List<String> phones = List.of("+48601000553", "+48601000551", "+48601000552");
        for (int i = 0; i < 3; i++) {
            ledger.run(
                    "update reminder set msisdn = ? where id = ?", phones.get(i).substring(1), ledger.lastId() - i);
            post(header, "/api/v1/opt-outs", "{\"phone\":\"" + phones.get(i) + "\"}");
        }
        MockHttpServletResponse two = get(header, "/api/v1/opt-outs?limit=2");
        assertThat(this.<List<String>>value(two, "$.opt_outs[*].phone")).containsExactly(phones.get(0), phones.get(1));
        assertThat((boolean) value(two, "$.more")).isTrue();
        MockHttpServletResponse rest = get(header, "/api/v1/opt-outs?after=" + this.<String>value(two, "$.next"));
        assertThat(this.<List<String>>value(rest, "$.opt_outs[*].phone")).containsExactly(phones.get(2));
        assertThat((boolean) value(rest, "$.more")).isFalse();
    }

    @Test
    void bodiesThatAreMuchTooLargeAreNotReadToTheirEnd() throws Exception {
        String large = "{\"reason\":\"" + "x".repeat(70_000) + "\"}";
        refused(post(header, "/api/v1/opt-outs", large), 413, "too-large");
        refused(post(header, "/api/v1/opt-outs/removal", large), 413, "too-large");
        refused(post(header, "/api/v1/reminders/7/cancel", large), 413, "too-large");
        refused(cancelWith(large), 413, "too-large");
    }

    private MockHttpServletResponse cancelWith(String body) throws Exception {
        return post(header, "/api/v1/batches/" + "a".repeat(26) + "/cancel", body);
    }

    @Test
    void tooManyRequestsAreToldWhenToComeAgain() throws Exception {
        MockHttpServletResponse answer;
        int asked = 0;
        do {
            answer = get(header, "/api/v1/outcomes?limit=1");
            asked++;
        } while (answer.getStatus() == 200 && asked < 400);
        refused(answer, 429, "too-many-requests");
        assertThat(asked).isGreaterThan(300);
        assertThat(answer.getHeader("RateLimit-Limit")).isEqualTo("300");
        assertThat(answer.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(Integer.parseInt(answer.getHeader("Retry-After"))).isBetween(1, 60);
    }

    @Test
    void withoutTheDatabaseNobodyIsTakenForAStranger() throws Exception {
        ledger.run("rename table api_token to api_token_away");
        try {
            MockHttpServletResponse answer = get(header, "/api/v1/outcomes");
            refused(answer, 503, "unavailable");
            assertThat(answer.getHeader("Retry-After")).isEqualTo("10");
        } finally {
            ledger.run("rename table api_token_away to api_token");
        }
    }
}
