package pl.kurenda.web.message;

import jakarta.servlet.http.HttpSession;
import java.security.Principal;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.read.FoundReminder;
import pl.kurenda.ledger.read.ReminderHistory;
import pl.kurenda.ledger.read.ReminderSearch;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.web.support.DecisionMessages;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageNotFound;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Finds what was sent to a resident, for the clerk who takes the resident's call. */
@Controller
class MessagesController {
    private static final String SEARCH = "messages.search";
    private static final int SHOWN = 100;

    private final ReminderSearch reminders;
    private final ClerkActions clerkActions;
    private final DecisionMessages decisionMessages;
    private final PageTexts pageTexts;
    private final Clock clock;

    MessagesController(
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

    @GetMapping("/messages")
    String form(@RequestParam(defaultValue = "0") String after, HttpSession session, Model model) {
        long seen = after.matches("\\d{1,18}") ? Long.parseLong(after) : 0;
        Search search = session.getAttribute(SEARCH) instanceof Search last ? last : Search.NONE;
        List<FoundReminder> found = search.ask(reminders, seen, SHOWN + 1);
        PolishFormat format = new PolishFormat(clock.getZone());
        model.addAttribute("by", search.by());
        model.addAttribute("asked", search.problem().isEmpty());
        model.addAttribute("shown", search.shown());
        model.addAttribute("line", search.line());
        model.addAttribute("after", seen);
        model.addAttribute("next", found.size() > SHOWN ? found.get(SHOWN - 1).id() : 0);
        model.addAttribute(
                "found",
                found.stream()
                        .limit(SHOWN)
                        .map(reminder -> ReminderRow.of(reminder, false, pageTexts, format))
                        .toList());
        return "messages";
    }

    @PostMapping("/messages")
    String search(
            @RequestParam(defaultValue = "phone") String by,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String line,
            HttpSession session,
            RedirectAttributes next) {
        Search search = new Search(by, what, by.equals("file") ? line : "");
        search.problem().ifPresent(problem -> decisionMessages.problem(next, pageTexts.get(problem)));
        session.setAttribute(SEARCH, search);
        return "redirect:/messages";
    }

    @GetMapping("/messages/" + Numbers.ID)
    String reminder(@PathVariable long id, Model model) {
        ReminderHistory story = reminders.story(id).orElseThrow(PageNotFound::exception);
        model.addAttribute("message", ReminderPage.of(story, pageTexts, new PolishFormat(clock.getZone())));
        return "message";
    }

    /** Shows the full number once, on the next page. After a reload it is masked again. */
    @PostMapping("/messages/" + Numbers.ID + "/phone")
    String reveal(@PathVariable long id, Principal reader, RedirectAttributes next) {
        Msisdn phone = clerkActions.reveal(id, reader.getName()).orElseThrow(PageNotFound::exception);
        next.addFlashAttribute("fullPhone", phone.e164());
        next.addAttribute("id", id);
        return "redirect:/messages/{id}";
    }
}
