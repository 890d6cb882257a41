package pl.kurenda.web.file;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.decision.ClerkActions;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.web.support.DecisionMessages;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageNotFound;
import pl.kurenda.web.support.PageTexts;

/** Carries out a decision about a whole file. */
@Controller
class FileDecisionController {
    private final ClerkActions clerkActions;
    private final FileArchive archive;
    private final DecisionMessages decisionMessages;
    private final PageTexts pageTexts;

    FileDecisionController(
            ClerkActions clerkActions, FileArchive archive, DecisionMessages decisionMessages, PageTexts pageTexts) {
        this.clerkActions = clerkActions;
        this.archive = archive;
        this.decisionMessages = decisionMessages;
        this.pageTexts = pageTexts;
    }

    @PostMapping("/files/" + Numbers.ID + "/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String why,
            Principal reader,
            RedirectAttributes next) {
        archive.entry(id).orElseThrow(PageNotFound::exception);
        next.addAttribute("id", id);
        if (!decision.equals("RELEASE") && !decision.equals("WITHDRAW")) {
            decisionMessages.problem(next, pageTexts.get("decide.what.missing"));
        } else if (decisionMessages.hasReason(why, next)) {
            Decision decided = Decision.valueOf(decision);
            decisionMessages.tell(decided, clerkActions.decideFile(decided, id, reader.getName(), why.strip()), next);
        }
        return "redirect:/files/{id}";
    }
}
