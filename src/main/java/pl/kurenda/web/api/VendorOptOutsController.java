package pl.kurenda.web.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.ledger.read.VendorReads;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/**
 * The numbers that must not get reminders. They belong to real people, so a sandbox neither sees nor changes them.
 * Numbers appear only in bodies, because addresses are logged along the way.
 */
@RestController
@RequestMapping("/api/v1/opt-outs")
class VendorOptOutsController {
    private static final int MOST = 1000;

    private final VendorReads reads;
    private final OptOuts optOuts;
    private final Clock clock;

    VendorOptOutsController(VendorReads reads, OptOuts optOuts, Clock clock) {
        this.reads = reads;
        this.optOuts = optOuts;
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> list(
            @AuthenticationPrincipal ApiGrant caller,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(required = false) Integer limit) {
        VendorReads.OptOutPage page =
                reads.optOuts(caller.vendor(), caller.ledgerNames(), Page.cursor(after), Page.limit(limit, MOST));
        return Map.of(
                "opt_outs",
                page.optOuts().stream()
                        .map(one -> Map.of(
                                "phone", one.phone().e164(), "since", BatchViews.time(one.since(), clock.getZone())))
                        .toList(),
                "next",
                String.valueOf(page.next()),
                "more",
                page.more());
    }

    /**
     * Adds a number. The response is the same whether or not the number was on the list, so the caller does not learn
     * who has objected.
     */
    @PostMapping
    Map<String, String> add(@AuthenticationPrincipal ApiGrant caller, @RequestBody Map<String, Object> body) {
        live(caller);
        Msisdn number = number(body);
        optOuts.addFor(caller.vendor(), number, caller.who(), why(body));
        return Map.of("phone", number.e164());
    }

    /** Removes a number that only this vendor added. The office must remove an objection that others reported too. */
    @PostMapping("/removal")
    ResponseEntity<Void> remove(@AuthenticationPrincipal ApiGrant caller, @RequestBody Map<String, Object> body) {
        live(caller);
        if (!optOuts.removeOf(caller.vendor(), number(body), caller.who(), why(body))) {
            throw ApiProblem.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    private static void live(ApiGrant caller) {
        if (caller.sandbox()) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "not-in-sandbox");
        }
    }

    private static Msisdn number(Map<String, Object> body) {
        if (!(body.get("phone") instanceof String phone)
                || !List.of("phone", "reason").containsAll(body.keySet())) {
            throw ApiProblem.badRequest("body", "{\"phone\": \"+48…\", \"reason\": \"…\"}");
        }
        if (Msisdn.read(phone) instanceof PhoneReading.Mobile mobile) {
            return mobile.msisdn();
        }
        throw ApiProblem.badRequest("phone", "+48…");
    }

    private static String why(Map<String, Object> body) {
        Object reason = body.get("reason");
        String why = reason instanceof String text && !text.isBlank() ? text : "told by the vendor";
        if (why.length() > Actor.LONGEST_WHY) {
            throw ApiProblem.badRequest("reason", "1–" + Actor.LONGEST_WHY);
        }
        return why;
    }
}
