package pl.kurenda.web.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import pl.kurenda.ledger.core.Actor;
import pl.kurenda.ledger.decision.Decided;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecided;

/** Says on the next page what became of a decision, and looks at the reason that was typed. */
@Component
public class Verdicts {
    private static final int SHOWN = 20;

    private final Words words;

    Verdicts(Words words) {
        this.words = words;
    }

    /** Whether there is a reason that can be kept; says what is wrong where there is none. */
    public boolean hasReason(String why, RedirectAttributes next) {
        if (why.isBlank()) {
            problem(next, words.get("decide.why.missing"));
        } else if (why.strip().length() > Actor.LONGEST_WHY) {
            problem(next, words.get("decide.why.long", Actor.LONGEST_WHY));
        }
        return !why.isBlank() && why.strip().length() <= Actor.LONGEST_WHY;
    }

    public void tell(Decision decision, Decided decided, RedirectAttributes next) {
        if (!decided.done().isEmpty()) {
            note(next, words.get("decided." + decision, decided.done().size()));
        }
        List<String> problems = new ArrayList<>();
        refused(problems, "decided.elsewhere", decided.elsewhere());
        refused(problems, "decided.late", decided.late());
        refused(problems, "decided.conflicting", decided.conflicting());
        refused(problems, "decided.witnessed", decided.witnessed());
        if (!problems.isEmpty()) {
            next.addFlashAttribute("problems", problems);
        }
    }

    public void tell(Decision decision, FileDecided decided, RedirectAttributes next) {
        if (decided.outcome() != FileDecided.Outcome.DONE) {
            problem(next, words.get("decided.file." + decided.outcome()));
            return;
        }
        String sentence = words.get("decided.file." + decision, decided.changed());
        note(
                next,
                decided.repeated() == 0
                        ? sentence
                        : sentence + " " + words.get("decided.file.repeated", decided.repeated()));
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
            problems.add(words.get(key, ids.size(), ids.size() > SHOWN ? shown + ", …" : shown));
        }
    }
}
