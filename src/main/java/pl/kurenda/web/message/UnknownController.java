package pl.kurenda.web.message;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.DecisionResult;
import pl.kurenda.ledger.read.ReminderSearch;
import pl.kurenda.ledger.read.ReminderSearch.Unknown;
import pl.kurenda.web.support.DecisionMessages;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageNotFound;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Shows UNKNOWN reminders, and carries out decisions about single reminders. */
@Controller
class UnknownController {
    private static final int LIST = 100;
    private static final Set<String> DECISIONS = Set.of("RESEND", "GIVE_UP", "RELEASE", "WITHDRAW");

    private final ReminderSearch reminders;
    private final ClerkActions clerkActions;
    private final DecisionMessages decisionMessages;
    private final PageTexts pageTexts;
    private final Clock clock;

    UnknownController(
            ReminderSearch reminders,
            ClerkActions clerkActions,
            DecisionMessages decisionMessages,
            PageTexts pageTexts,
            Clock clock) {
        this.reminders = reminders;
        this.clerkActions = clerkActions;
        this.decisionMessages = decisionMessages;
        this.pageTexts = pageTexts;
        this.clock = clock;
    }

    @GetMapping("/unknown")
    String list(
            @RequestParam(defaultValue = "0") String after,
            @RequestParam(defaultValue = "false") String all,
            Model model) {
        long behind = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
        List<Unknown> found = reminders.unknown(behind, LIST + 1);
        List<Unknown> shown = found.subList(0, Math.min(LIST, found.size()));
        PolishFormat format = new PolishFormat(clock.getZone());
        model.addAttribute(
                "rows",
                shown.stream()
                        .map(unknown -> ReminderRow.of(unknown.reminder(), unknown.witnessed(), pageTexts, format))
                        .toList());
        model.addAttribute("after", behind);
        // the server ticks the boxes, so that this works without a script
        model.addAttribute("all", all.equals("true"));
        model.addAttribute(
                "next",
                found.size() > LIST ? shown.get(shown.size() - 1).reminder().id() : 0);
        return "unknown";
    }

    @PostMapping("/unknown")
    String decideMany(
            @RequestParam(defaultValue = "") Set<String> ids,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean anyway,
            Principal reader,
            RedirectAttributes next) {
        boolean known = decision.equals("RESEND") || decision.equals("GIVE_UP");
        decide(new Order(ids, known ? decision : "", why, anyway), reader, next);
        return "redirect:/unknown";
    }

    @PostMapping("/messages/" + Numbers.ID + "/decision")
    String decideOne(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "false") boolean anyway,
            Principal reader,
            RedirectAttributes next) {
        reminders.story(id).orElseThrow(PageNotFound::exception);
        decide(new Order(Set.of(String.valueOf(id)), decision, why, anyway), reader, next);
        next.addAttribute("id", id);
        return "redirect:/messages/{id}";
    }

    private void decide(Order order, Principal reader, RedirectAttributes next) {
        Set<Long> ids = order.numbers();
        if (!DECISIONS.contains(order.decision())) {
            decisionMessages.problem(next, pageTexts.get("decide.what.missing"));
        } else if (ids.isEmpty() || ids.size() > ClerkActions.LARGEST_DECISION) {
            decisionMessages.problem(next, pageTexts.get("decide.ids.missing"));
        } else if (decisionMessages.hasReason(order.why(), next)) {
            Decision decision = order.resolved();
            DecisionResult decisionResult = clerkActions.decide(
                    decision, ids, reader.getName(), order.why().strip());
            decisionMessages.tell(decision, decisionResult, next);
            if (!decisionResult.witnessed().isEmpty()) {
                // the next page asks for confirmation and keeps what was typed
                next.addFlashAttribute("witnessed", decisionResult.witnessed());
                next.addFlashAttribute("why", order.why());
            }
        }
    }

    /** The submitted form. */
    private record Order(Set<String> ids, String decision, String why, boolean anyway) {
        Set<Long> numbers() {
            Set<Long> numbers = new TreeSet<>();
            ids.stream()
                    .filter(id -> id.matches("\\d{1,18}"))
                    .map(Long::valueOf)
                    .forEach(numbers::add);
            return numbers;
        }

        Decision resolved() {
            return anyway && decision.equals("RESEND") ? Decision.RESEND_ANYWAY : Decision.valueOf(decision);
        }
    }
}
