package pl.kurenda.web.api;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pl.kurenda.ledger.ApiGrant;
import pl.kurenda.ledger.Decisions;
import pl.kurenda.ledger.OptOut;
import pl.kurenda.ledger.OptOuts;
import pl.kurenda.ledger.VendorReads;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;

/** Numbers that nobody is to remind. A sandbox may look at them only: they are of real people. */
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
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) Integer limit) {
        List<OptOut> found =
                reads.optOuts(caller.ledgerNames(), after.replace("+", "").strip(), Page.limit(limit, MOST));
        return Map.of(
                "opt_outs",
                found.stream()
                        .map(one -> Map.of(
                                "phone", one.phone().e164(), "since", BatchViews.time(one.since(), clock.getZone())))
                        .toList());
    }

    @PostMapping
    ResponseEntity<Map<String, String>> add(
            @AuthenticationPrincipal ApiGrant caller, @RequestBody Map<String, Object> body) {
        live(caller);
        if (!(body.get("phone") instanceof String phone)
                || !List.of("phone", "reason").containsAll(body.keySet())) {
            throw ApiProblem.badRequest("body", "{\"phone\": \"+48…\", \"reason\": \"…\"}");
        }
        Msisdn number = number(phone);
        Object reason = body.get("reason");
        String why = reason instanceof String text && !text.isBlank() ? text : "told by the vendor";
        if (why.length() > Decisions.LONGEST_WHY) {
            throw ApiProblem.badRequest("reason", "1–" + Decisions.LONGEST_WHY);
        }
        boolean added = optOuts.add(number, caller.who(), why);
        return ResponseEntity.status(added ? HttpStatus.CREATED : HttpStatus.OK).body(Map.of("phone", number.e164()));
    }

    /** Only of a number that the vendor's sources have to do with, as it may see no other. */
    @DeleteMapping("/{phone}")
    ResponseEntity<Void> remove(@AuthenticationPrincipal ApiGrant caller, @PathVariable String phone) {
        live(caller);
        Msisdn number = number(phone);
        boolean theirs = reads.optOuts(caller.ledgerNames(), before(number), 1).stream()
                .anyMatch(one -> one.phone().equals(number));
        if (!theirs || !optOuts.remove(number, caller.who(), "told by the vendor")) {
            throw ApiProblem.notFound();
        }
        return ResponseEntity.noContent().build();
    }

    /** What the list has to go on behind so that it begins with the number. */
    private static String before(Msisdn number) {
        return number.digits().substring(0, number.digits().length() - 1);
    }

    private static void live(ApiGrant caller) {
        if (caller.sandbox()) {
            throw new ApiProblem(HttpStatus.FORBIDDEN, "not-in-sandbox");
        }
    }

    private static Msisdn number(String written) {
        if (Msisdn.read(written) instanceof PhoneReading.Mobile mobile) {
            return mobile.msisdn();
        }
        throw ApiProblem.badRequest("phone", "+48…");
    }
}
