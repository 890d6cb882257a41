package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import pl.kurenda.ledger.core.ReminderState;
import pl.kurenda.ledger.vendor.OutcomeFeed;

/** Two vendors of one source: neither can see or withdraw what the other sent. */
class ApiVendorsApartTest extends ApiVendors {
    @Autowired
    private OutcomeFeed feed;

    @Test
    void whatOneSentInTheOtherNeitherSeesNorTakesBack() throws Exception {
        String one = vendor("one", false);
        String other = vendor("other", false);
        String id = sent(one);
        long batch = loaded(id, "LOADED");
        reminders(batch, ReminderState.QUEUED, 2, "apart-1");
        ledger.rejected(batch, 1, 5);
        long last = ledger.lastId();

        for (String path : List.of("", "/errors", "/reminders")) {
            refused(get(other, "/api/v1/batches/" + id + path), 404, "not-found");
        }
        refused(post(other, "/api/v1/batches/" + id + "/cancel", null), 404, "not-found");
        refused(post(other, "/api/v1/reminders/" + last + "/cancel", "{}"), 404, "not-found");
        assertThat(references(other, "apart-1")).isEmpty();
        assertThat(ledger.count("reminder where state = 'QUEUED' and batch_id = " + batch))
                .isEqualTo(2);

        assertThat(references(one, "apart-1")).hasSize(2);
        assertThat((int) value(post(one, "/api/v1/reminders/" + last + "/cancel", "{}"), "$.withdrawn"))
                .isOne();
        refused(post(one, "/api/v1/reminders/" + last + "/cancel", "{}"), 409, "too-late");
        assertThat((int) value(post(one, "/api/v1/batches/" + id + "/cancel", null), "$.withdrawn"))
                .isOne();
        feed.publish();
        assertThat(outcomes(one)).containsExactly("WITHDRAWN", "WITHDRAWN");
        assertThat(outcomes(other)).isEmpty();
    }

    private List<String> references(String header, String reference) throws Exception {
        return value(get(header, "/api/v1/sources/waste/reminders?reference=" + reference), "$.reminders[*].id");
    }

    private List<String> outcomes(String header) throws Exception {
        return value(get(header, "/api/v1/outcomes"), "$.outcomes[?(@.reference =~ /apart.*/)].state");
    }

    @Test
    void whatTheDomainSystemDroppedIsForEachOfThem() throws Exception {
        ledger.batch(999_990, "waste", "dropped.csv", "LOADED", TODAY);
        reminders(999_990, ReminderState.QUEUED, 1, "apart-2");
        for (String vendor : List.of("one", "other")) {
            assertThat(references(vendor(vendor, false), "apart-2")).hasSize(1);
        }
        MockHttpServletResponse sandbox = get(vendor("one", true), "/api/v1/sources/waste/reminders?reference=apart-2");
        assertThat((List<?>) value(sandbox, "$.reminders")).isEmpty();
    }

    @Test
    void numbersThatTheOtherRemindedAreNotTold() throws Exception {
        String one = vendor("one", false);
        String other = vendor("other", false);
        long batch = loaded(sent(one), "LOADED");
        reminders(batch, ReminderState.DELIVERED, 1, "apart-3");
        ledger.run("update reminder set msisdn = '48601000333' where batch_id = ?", batch);
        post(other, "/api/v1/opt-outs", "{\"phone\":\"601000333\"}");
        assertThat(get(one, "/api/v1/opt-outs").getContentAsString()).contains("+48601000333");
        assertThat(get(other, "/api/v1/opt-outs").getContentAsString()).doesNotContain("+48601000333");
        assertThat(get(vendor("one", true), "/api/v1/opt-outs").getContentAsString())
                .as("nor is anything told in a sandbox")
                .contains("\"opt_outs\":[]");
    }
}
