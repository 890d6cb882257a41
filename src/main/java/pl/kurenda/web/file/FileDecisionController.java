package pl.kurenda.web.file;

import java.security.Principal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.Desk;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.web.support.Verdicts;
import pl.kurenda.web.support.Words;

/** Carries out what a person has decided about a file as a whole. */
@Controller
class FileDecisionController {
    private final Desk desk;
    private final FileArchive archive;
    private final Verdicts verdicts;
    private final Words words;

    FileDecisionController(Desk desk, FileArchive archive, Verdicts verdicts, Words words) {
        this.desk = desk;
        this.archive = archive;
        this.verdicts = verdicts;
        this.words = words;
    }

    @PostMapping("/files/" + FilesController.ID + "/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String why,
            Principal reader,
            RedirectAttributes next) {
        archive.entry(id).orElseThrow(FilesController::notThere);
        next.addAttribute("id", id);
        if (!decision.equals("RELEASE") && !decision.equals("WITHDRAW")) {
            verdicts.problem(next, words.get("decide.what.missing"));
        } else if (verdicts.hasReason(why, next)) {
            Decision decided = Decision.valueOf(decision);
            verdicts.tell(decided, desk.decideFile(decided, id, reader.getName(), why.strip()), next);
        }
        return "redirect:/files/{id}";
    }
}
