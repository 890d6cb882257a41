package pl.kurenda.web.file;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pl.kurenda.intake.answer.RejectionWords;
import pl.kurenda.intake.answer.ReplyFileLinks;
import pl.kurenda.ledger.batch.RejectedLine;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.ledger.read.FileEntry;
import pl.kurenda.ledger.read.FileHistory;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageNotFound;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Shows the list of received files and the details of each. */
@Controller
class FilesController {

    private static final int LIST = 50;
    private static final int REJECTED = 100;
    private static final int LAST_PAGE = 1_000_000;
    private static final List<String> STATES = List.of("LOADING", "HELD", "LOADED");

    private final FileArchive archive;
    private final ReplyFileLinks answers;
    private final PageTexts pageTexts;
    private final Clock clock;

    FilesController(FileArchive archive, ReplyFileLinks answers, PageTexts pageTexts, Clock clock) {
        this.archive = archive;
        this.answers = answers;
        this.pageTexts = pageTexts;
        this.clock = clock;
    }

    @GetMapping("/files")
    String list(
            @RequestParam(defaultValue = "") String source,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        int number = Numbers.within(page, 1, LAST_PAGE);
        String wanted = STATES.contains(state) ? state : null;
        PolishFormat format = new PolishFormat(clock.getZone());
        List<FileEntry> found = archive.list(source.isBlank() ? null : source, wanted, (number - 1) * LIST, LIST + 1);
        model.addAttribute(
                "files",
                found.stream().limit(LIST).map(file -> FileRow.of(file, format)).toList());
        model.addAttribute("sources", archive.sources());
        model.addAttribute("states", STATES);
        model.addAttribute("source", source);
        model.addAttribute("state", wanted == null ? "" : wanted);
        model.addAttribute("page", number);
        model.addAttribute("more", found.size() > LIST);
        return "files";
    }

    @GetMapping("/files/" + Numbers.ID)
    String file(@PathVariable long id, @RequestParam(defaultValue = "0") String after, Model model) {
        FileHistory story = archive.story(id).orElseThrow(PageNotFound::exception);
        PolishFormat format = new PolishFormat(clock.getZone());
        model.addAttribute("file", FilePage.of(story, pageTexts, format));
        rejected(id, Numbers.within(after, 0, Integer.MAX_VALUE), model);
        for (ReplyFileLinks.Kind kind : ReplyFileLinks.Kind.values()) {
            model.addAttribute(
                    "has" + kind,
                    answers.stands(kind, story.entry().source(), story.entry().file()));
        }
        return "file";
    }

    private void rejected(long id, int after, Model model) {
        List<RejectedLine> found = archive.rejected(id, after, REJECTED + 1);
        List<RejectedLine> shown = found.subList(0, Math.min(REJECTED, found.size()));
        RejectionWords explained = new RejectionWords(pageTexts.locale());
        model.addAttribute(
                "rejected",
                shown.stream()
                        .map(row -> new RejectedRow(
                                row.line(), row.reason(), pageTexts.reason(row.reason()), explained.explain(row)))
                        .toList());
        model.addAttribute("after", after);
        model.addAttribute(
                "next", found.size() > REJECTED ? shown.get(shown.size() - 1).line() : 0);
    }

    /** A rejected row, ready for display. */
    record RejectedRow(int line, String code, String reason, String explanation) {}
}
