package pl.kurenda.web.api;

import java.time.Clock;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.OutcomeFeed;

/** Serves the outcomes of reminders, in an order in which none is missed. */
@RestController
@RequestMapping("/api/v1/outcomes")
class OutcomesController {
    private static final int MOST = 1000;

    private final OutcomeFeed feed;
    private final Clock clock;

    OutcomesController(OutcomeFeed feed, Clock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    @GetMapping
    Map<String, Object> outcomes(
            @AuthenticationPrincipal ApiGrant caller,
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(required = false) Integer limit) {
        long cursor = Page.cursor(after, feed.head());
        OutcomeFeed.Page page = feed.read(caller.vendor(), caller.ledgerNames(), cursor, Page.limit(limit, MOST));
        return Map.of(
                "outcomes",
                page.events().stream()
                        .map(event -> OutcomeView.of(event, clock.getZone()))
                        .toList(),
                "next",
                String.valueOf(page.next()),
                "more",
                page.more());
    }
}
