package pl.kurenda.web.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.submission.Trial;
import pl.kurenda.money.Grosze;

/** The result of a trial run: what would happen to the rows of a body. */
record TrialView(
        int rows,
        int rejected,
        @JsonProperty("would_send") int wouldSend,
        @JsonProperty("amount_queued") String amountQueued,
        long segments,
        String cost,
        Map<String, Integer> reasons,
        List<String> findings,
        List<Message> messages,
        List<ApiError> errors) {

    /** A text as it would be sent. */
    record Message(int line, String to, String text, int segments) {}

    /** @param json whether the rows come from a JSON body */
    static TrialView of(Trial trial, boolean json) {
        RejectionWords words = new RejectionWords(ApiTexts.locale());
        return new TrialView(
                trial.rows(),
                trial.rejected(),
                trial.sent(),
                Grosze.plain(trial.amountSent()),
                trial.segments(),
                trial.cost().setScale(2, RoundingMode.HALF_UP).toPlainString(),
                trial.reasons(),
                trial.findings().stream()
                        .map(finding -> finding.text(ApiTexts.locale()))
                        .toList(),
                trial.first().stream()
                        .map(one -> new Message(one.line(), "+" + one.to(), one.text(), one.segments()))
                        .toList(),
                trial.errors().stream()
                        .map(row -> BatchViews.error(json, row, words))
                        .toList());
    }
}
