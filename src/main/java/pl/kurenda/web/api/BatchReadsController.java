package pl.kurenda.web.api;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.read.VendorReads;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.Submission;
import pl.kurenda.ledger.vendor.Submissions;
import pl.kurenda.ledger.vendor.Submissions.BatchOf;

/** Reads the results of batches, and withdraws batches. */
@RestController
@RequestMapping("/api/v1/batches/{id}")
class BatchReadsController {
    private static final int MOST = 1000;

    private final VendorScope vendorScope;
    private final Submissions submissions;
    private final BatchViews views;
    private final VendorReads reads;
    private final ClerkActions clerkActions;
    private final Clock clock;

    BatchReadsController(
            VendorScope vendorScope,
            Submissions submissions,
            BatchViews views,
            VendorReads reads,
            ClerkActions clerkActions,
            Clock clock) {
        this.vendorScope = vendorScope;
        this.submissions = submissions;
        this.views = views;
        this.reads = reads;
        this.clerkActions = clerkActions;
        this.clock = clock;
    }

    @GetMapping
    BatchView batch(@AuthenticationPrincipal ApiGrant caller, @PathVariable String id) {
        return views.of(vendorScope.submission(caller, id));
    }

    @GetMapping("/errors")
    Map<String, Object> errors(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int after) {
        Submission submission = vendorScope.submission(caller, id);
        List<ApiError> errors = loaded(submission)
                .map(batch -> views.errors(submission, batch.batchId(), after))
                .orElse(List.of());
        int last = errors.isEmpty() ? after : errors.get(errors.size() - 1).line();
        return page("errors", errors, last, errors.size() == BatchViews.ERRORS);
    }

    @GetMapping("/reminders")
    Map<String, Object> reminders(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int after,
            @RequestParam(required = false) Integer limit) {
        int count = Page.limit(limit, MOST);
        List<ReminderView> reminders = loaded(vendorScope.submission(caller, id)).stream()
                .flatMap(batch -> reads.ofBatch(batch.batchId(), after, count).stream())
                .map(reminder -> ReminderView.of(reminder, clock.getZone()))
                .toList();
        int last = reminders.isEmpty()
                ? after
                : reminders.get(reminders.size() - 1).line();
        return page("reminders", reminders, last, reminders.size() == count);
    }

    /** @param more whether there may be more items; a full page may be the last one */
    private static Map<String, Object> page(String name, List<?> items, int last, boolean more) {
        return Map.of(name, items, "next", last, "more", more);
    }

    @PostMapping("/cancel")
    Map<String, Integer> cancel(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String id,
            @RequestBody(required = false) Map<String, Object> body) {
        String why = why(body);
        Submission submission = vendorScope.submission(caller, id);
        BatchOf batch = submissions.batch(submission).orElseThrow(() -> notThere(submission));
        if (!batch.own()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "repeated");
        }
        if (batch.loading()) {
            throw notLoaded();
        }
        FileDecisionResult decided = clerkActions.decideFile(Decision.WITHDRAW, batch.batchId(), caller.who(), why);
        if (decided.outcome() == FileDecisionResult.Outcome.BUSY) {
            throw notLoaded();
        }
        return Map.of("withdrawn", decided.changed());
    }

    /**
     * Makes the problem for a batch that is not there. A batch that could not be read never will be, so the caller
     * should not try again.
     */
    private ApiProblem notThere(Submission submission) {
        return submission.failure() == null ? notLoaded() : new ApiProblem(HttpStatus.CONFLICT, "too-late");
    }

    private static ApiProblem notLoaded() {
        return new ApiProblem(HttpStatus.CONFLICT, "not-loaded").retryAfter(Duration.ofSeconds(1));
    }

    private Optional<BatchOf> loaded(Submission submission) {
        return submissions.batch(submission).filter(batch -> batch.own() && !batch.loading());
    }

    /** Returns the reason given in the body, or a default word if there is none. */
    static String why(Map<String, Object> body) {
        Object reason = body == null ? null : body.get("reason");
        boolean known = body == null || body.keySet().stream().allMatch("reason"::equals);
        if (!known || reason != null && !(reason instanceof String)) {
            throw ApiProblem.badRequest("body", "{\"reason\": \"…\"}");
        }
        String text = reason == null || ((String) reason).isBlank() ? "cancelled by the vendor" : (String) reason;
        if (text.length() > Actor.LONGEST_WHY) {
            throw ApiProblem.badRequest("reason", "1–" + Actor.LONGEST_WHY);
        }
        return text;
    }
}
