package pl.kurenda.web.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.DecisionResult;
import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.ledger.read.VendorReads;
import pl.kurenda.ledger.vendor.ApiGrant;

/** Finds the reminders of a debt by the vendor's reference, and withdraws a single reminder. */
@RestController
@RequestMapping("/api/v1")
class RemindersController {
    private static final int SHOWN = 100;
    private static final int LONGEST = ReminderBody.LONGEST_REFERENCE;

    private final VendorScope vendorScope;
    private final VendorReads reads;
    private final ClerkActions clerkActions;
    private final Clock clock;

    RemindersController(VendorScope vendorScope, VendorReads reads, ClerkActions clerkActions, Clock clock) {
        this.vendorScope = vendorScope;
        this.reads = reads;
        this.clerkActions = clerkActions;
        this.clock = clock;
    }

    @GetMapping("/sources/{source}/reminders")
    Map<String, List<ReminderView>> byReference(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String source,
            @RequestParam(defaultValue = "") String reference) {
        String ledgerName = vendorScope.source(caller, source);
        if (reference.isBlank() || reference.length() > LONGEST) {
            throw ApiProblem.badRequest("reference", "1–" + LONGEST);
        }
        return Map.of(
                "reminders",
                reads.byReference(caller.vendor(), ledgerName, reference.strip(), SHOWN).stream()
                        .map(reminder -> ReminderView.of(reminder, clock.getZone()))
                        .toList());
    }

    @PostMapping("/reminders/{number}/cancel")
    Map<String, Integer> cancel(
            @AuthenticationPrincipal ApiGrant caller,
            @PathVariable String number,
            @RequestBody(required = false) Map<String, Object> body) {
        if (!number.matches("\\d{1,18}")) {
            throw ApiProblem.notFound();
        }
        FoundReminder reminder = reads.reminder(caller.vendor(), caller.ledgerNames(), Long.parseLong(number))
                .orElseThrow(ApiProblem::notFound);
        DecisionResult decisionResult = clerkActions.decide(
                Decision.WITHDRAW, List.of(reminder.id()), caller.who(), BatchReadsController.why(body));
        if (decisionResult.done().isEmpty()) {
            throw new ApiProblem(HttpStatus.CONFLICT, "too-late");
        }
        return Map.of("withdrawn", 1);
    }
}
