package pl.kurenda.web.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import pl.kurenda.report.page.AuditTrail;
import pl.kurenda.report.page.AuditTrail.Entry;
import pl.kurenda.report.page.AuditTrail.Question;
import pl.kurenda.web.support.AskedDates;
import pl.kurenda.web.support.Numbers;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Shows who looked at what and who decided what. Read only. */
@Controller
class AuditController {
    private static final int LIST = 100;
    /** Days shown if no date is given. */
    private static final int DAYS = 30;

    private final AuditTrail trail;
    private final PageTexts words;
    private final Clock clock;

    AuditController(AuditTrail trail, PageTexts words, Clock clock) {
        this.trail = trail;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The form fields as typed.
     *
     * @param first first day, {@code 2026-11-01}
     * @param last last day
     * @param action code of an action
     * @param who user name
     */
    record Form(String first, String last, String action, String who) {}

    @GetMapping("/audit")
    String list(@ModelAttribute Form form, @RequestParam(defaultValue = "0") String before, Model model) {
        Question question = question(form);
        PolishFormat format = new PolishFormat(clock.getZone());
        long seen = Numbers.within(before, 0, Integer.MAX_VALUE);
        List<Entry> found = trail.page(question, seen, LIST + 1);
        model.addAttribute(
                "rows",
                found.stream().limit(LIST).map(entry -> row(entry, format)).toList());
        model.addAttribute("asked", question);
        model.addAttribute(
                "actions",
                trail.actions().stream()
                        .map(code -> new Kind(code, words.action(code)))
                        .toList());
        model.addAttribute("newer", seen > 0);
        model.addAttribute("next", found.size() > LIST ? found.get(LIST - 1).id() : 0);
        return "audit";
    }

    /** Returns all matching entries as CSV. */
    @GetMapping("/audit/file")
    void file(@ModelAttribute Form form, HttpServletResponse answer) throws IOException {
        Question question = question(form);
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("audit-" + question.first() + "-" + question.last() + ".csv", StandardCharsets.UTF_8)
                .build();
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        answer.setContentType("text/csv;charset=UTF-8");
        trail.write(question, answer.getOutputStream());
    }

    private Question question(Form form) {
        LocalDate last = day(form.last(), LocalDate.now(clock));
        LocalDate first = day(form.first(), last.minusDays(DAYS));
        return new Question(first.isAfter(last) ? last : first, last, text(form.action()), text(form.who()));
    }

    private Row row(Entry entry, PolishFormat format) {
        return new Row(
                format.time(entry.at().atZone(clock.getZone()).toInstant()),
                entry.who(),
                words.action(entry.action()),
                entry.reminder(),
                entry.batch(),
                entry.file(),
                entry.object(),
                entry.why());
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        return Optional.ofNullable(text).flatMap(AskedDates::day).orElse(otherwise);
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }

    /** An action code and its text. */
    record Kind(String code, String words) {}

    /** An entry, ready for display. */
    record Row(
            String at, String who, String action, Long reminder, Long batch, String file, String object, String why) {}
}
