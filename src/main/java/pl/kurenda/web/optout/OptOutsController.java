package pl.kurenda.web.optout;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.optout.OptOutEntry;
import pl.kurenda.ledger.optout.OptOutList;
import pl.kurenda.ledger.optout.OptOuts;
import pl.kurenda.recipient.Msisdn;
import pl.kurenda.recipient.PhoneReading;
import pl.kurenda.web.support.DecisionMessages;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Shows and changes the numbers that must not get reminders. */
@Controller
class OptOutsController {
    private static final int LIST = 100;
    private static final int LAST_PAGE = 1_000_000;

    private final OptOuts optOuts;
    private final OptOutList list;
    private final DecisionMessages decisionMessages;
    private final PageTexts pageTexts;
    private final Clock clock;

    OptOutsController(
            OptOuts optOuts, OptOutList list, DecisionMessages decisionMessages, PageTexts pageTexts, Clock clock) {
        this.optOuts = optOuts;
        this.list = list;
        this.decisionMessages = decisionMessages;
        this.pageTexts = pageTexts;
        this.clock = clock;
    }

    @GetMapping("/opt-outs")
    String list(@RequestParam(defaultValue = "1") String page, Model model) {
        int number = Numbers.within(page, 1, LAST_PAGE);
        PolishFormat format = new PolishFormat(clock.getZone());
        List<OptOutEntry> found = list.page((number - 1) * LIST, LIST + 1);
        model.addAttribute(
                "rows",
                found.stream()
                        .limit(LIST)
                        .map(entry -> new Row(
                                entry.id(),
                                entry.maskedPhone(),
                                format.time(entry.since()),
                                pageTexts.who(entry.who()),
                                pageTexts.reason(entry.why())))
                        .toList());
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > LIST);
        return "optouts";
    }

    @PostMapping("/opt-outs")
    String add(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String why,
            Principal reader,
            RedirectAttributes next) {
        if (!(Msisdn.read(phone) instanceof PhoneReading.Mobile mobile)) {
            decisionMessages.problem(next, pageTexts.get("messages.phone.wrong"));
        } else if (decisionMessages.hasReason(why, next)) {
            boolean added = optOuts.add(mobile.msisdn(), reader.getName(), why.strip());
            decisionMessages.note(
                    next,
                    pageTexts.get(
                            added ? "optouts.added" : "optouts.known",
                            mobile.msisdn().masked()));
        }
        return "redirect:/opt-outs";
    }

    @PostMapping("/opt-outs/" + Numbers.ID + "/removal")
    String remove(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String why,
            Principal reader,
            RedirectAttributes next) {
        if (decisionMessages.hasReason(why, next)) {
            Optional<Msisdn> phone = list.phone(id);
            if (phone.isPresent() && optOuts.remove(phone.get(), reader.getName(), why.strip())) {
                decisionMessages.note(
                        next, pageTexts.get("optouts.removed", phone.get().masked()));
            } else {
                decisionMessages.problem(next, pageTexts.get("optouts.gone"));
            }
        }
        return "redirect:/opt-outs";
    }

    /** A number, ready for display. */
    record Row(long id, String phone, String since, String who, String why) {}
}
