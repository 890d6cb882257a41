package pl.kurenda.web.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.DecisionResult;
import pl.kurenda.ledger.decision.FileDecisionResult;

/** Shows the result of a decision on the next page, and checks the reason that was typed. */
@Component
public class DecisionMessages {
    private static final int SHOWN = 20;

    private final PageTexts pageTexts;

    DecisionMessages(PageTexts pageTexts) {
        this.pageTexts = pageTexts;
    }

    /** Whether the reason can be stored; if not, the next page shows what is wrong. */
    public boolean hasReason(String why, RedirectAttributes next) {
        if (why.isBlank()) {
            problem(next, pageTexts.get("decide.why.missing"));
        } else if (why.strip().length() > Actor.LONGEST_WHY) {
            problem(next, pageTexts.get("decide.why.long", Actor.LONGEST_WHY));
        }
        return !why.isBlank() && why.strip().length() <= Actor.LONGEST_WHY;
    }

    public void tell(Decision decision, DecisionResult decisionResult, RedirectAttributes next) {
        if (!decisionResult.done().isEmpty()) {
            note(
                    next,
                    pageTexts.get("decided." + decision, decisionResult.done().size()));
        }
        List<String> problems = new ArrayList<>();
        refused(problems, "decided.elsewhere", decisionResult.elsewhere());
        refused(problems, "decided.late", decisionResult.late());
        refused(problems, "decided.conflicting", decisionResult.conflicting());
        refused(problems, "decided.witnessed", decisionResult.witnessed());
        if (!problems.isEmpty()) {
            next.addFlashAttribute("problems", problems);
        }
    }

    public void tell(Decision decision, FileDecisionResult decisionResult, RedirectAttributes next) {
        if (decisionResult.outcome() != FileDecisionResult.Outcome.DONE) {
            problem(next, pageTexts.get("decided.file." + decisionResult.outcome()));
            return;
        }
        String sentence = pageTexts.get("decided.file." + decision, decisionResult.changed());
        note(
                next,
                decisionResult.repeated() == 0
                        ? sentence
                        : sentence + " " + pageTexts.get("decided.file.repeated", decisionResult.repeated()));
    }

    public void note(RedirectAttributes next, String sentence) {
        next.addFlashAttribute("notes", List.of(sentence));
    }

    public void problem(RedirectAttributes next, String sentence) {
        next.addFlashAttribute("problems", List.of(sentence));
    }

    private void refused(List<String> problems, String key, Collection<Long> ids) {
        if (!ids.isEmpty()) {
            String shown = ids.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
            problems.add(pageTexts.get(key, ids.size(), ids.size() > SHOWN ? shown + ", …" : shown));
        }
    }
}
