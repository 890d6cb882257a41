package pl.kurenda.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * A batch as its vendor sees it. The figures appear once its last row is in the ledger: those of the receipt, and the
 * current number of reminders in each state.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchView(
        String id,
        String source,
        boolean sandbox,
        String state,
        @JsonProperty("received_at") String receivedAt,
        String file,
        Figures figures,
        Map<String, Long> reminders,
        List<String> findings,
        List<ApiError> errors,
        @JsonProperty("more_errors_after") Integer moreErrorsAfter) {

    /** As in the receipt of a file; amounts and cost in PLN. */
    record Figures(
            int rows,
            int rejected,
            int suppressed,
            int held,
            int queued,
            @JsonProperty("amount_total") String amountTotal,
            @JsonProperty("amount_queued") String amountQueued,
            int segments,
            String cost,
            Map<String, Integer> reasons) {}
}
