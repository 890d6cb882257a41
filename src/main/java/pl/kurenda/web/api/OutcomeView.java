package pl.kurenda.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.RoundingMode;
import java.time.ZoneId;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.vendor.OutcomeEvent;
import pl.kurenda.money.Grosze;

/** The outcome of a reminder as its vendor sees it, without phone number and text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeView(
        String event,
        String reminder,
        String batch,
        String source,
        boolean sandbox,
        String file,
        int line,
        String reference,
        String amount,
        String state,
        String reason,
        int segments,
        String cost,
        @JsonProperty("sent_at") String sentAt,
        @JsonProperty("final_at") String finalAt,
        boolean correction) {

    static OutcomeView of(OutcomeEvent event, ZoneId zone) {
        return new OutcomeView(
                String.valueOf(event.outcomeId()),
                String.valueOf(event.reminderId()),
                event.submission(),
                SandboxSource.settingsName(event.source()),
                SandboxSource.is(event.source()),
                event.file(),
                event.line(),
                event.reference(),
                Grosze.plain(event.grosze()),
                event.state().name(),
                event.reason(),
                event.segments(),
                event.cost().setScale(4, RoundingMode.HALF_UP).toPlainString(),
                BatchViews.time(event.sentAt(), zone),
                BatchViews.time(event.finalAt(), zone),
                event.correction());
    }
}
