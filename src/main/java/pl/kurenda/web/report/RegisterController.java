package pl.kurenda.web.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import pl.kurenda.ledger.read.FileArchive;
import pl.kurenda.report.page.SourceFiles;
import pl.kurenda.web.support.AskedDates;
import pl.kurenda.web.support.PageNotFound;
import pl.kurenda.web.support.PageTexts;
import pl.kurenda.web.support.PolishFormat;

/** Shows the register of informational actions of a day, and the debts due for an upomnienie on that day. */
@Controller
class RegisterController {
    private static final int SHOWN = 200;
    private static final List<String> KINDS = List.of(SourceFiles.UPOMNIENIE, SourceFiles.ACTIONS);

    private final FileArchive archive;
    private final SourceFiles files;
    private final PageTexts pageTexts;
    private final Clock clock;

    RegisterController(FileArchive archive, SourceFiles files, PageTexts pageTexts, Clock clock) {
        this.archive = archive;
        this.files = files;
        this.pageTexts = pageTexts;
        this.clock = clock;
    }

    /** Shows a day; by default yesterday, the last day with a finished report. */
    @GetMapping("/reports/register")
    String register(@RequestParam(defaultValue = "") String day, Model model) {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        LocalDate shown = day.isBlank() ? yesterday : AskedDates.day(day).orElseThrow(PageNotFound::exception);
        List<RegisterRow> rows = new ArrayList<>();
        List<Download> downloads = new ArrayList<>();
        for (String source : archive.sources()) {
            for (String kind : KINDS) {
                files.find(source, kind, shown)
                        .ifPresent(file -> downloads.add(
                                new Download(source, kind, file.getFileName().toString())));
            }
            files.find(source, SourceFiles.UPOMNIENIE, shown)
                    .ifPresent(file -> files.rows(file, SHOWN + 1).stream()
                            .map(cells -> RegisterRow.of(cells, pageTexts, clock))
                            .forEach(rows::add));
        }
        model.addAttribute("here", "reports");
        model.addAttribute("day", shown);
        model.addAttribute("dayNamed", new PolishFormat(clock.getZone()).day(shown));
        model.addAttribute("after", files.upomnienieAfter());
        model.addAttribute("rows", rows.stream().limit(SHOWN).toList());
        model.addAttribute("more", rows.size() > SHOWN);
        model.addAttribute("downloads", downloads);
        return "register";
    }

    /** Downloads a file that a domain system received. */
    @GetMapping("/reports/register/{day}/{source}/{kind}")
    ResponseEntity<Resource> file(@PathVariable String day, @PathVariable String source, @PathVariable String kind) {
        // the requested values are only compared and never become a path
        Path file = AskedDates.day(day)
                .filter(known -> KINDS.contains(kind) && archive.sources().contains(source))
                .flatMap(known -> files.find(source, kind, known))
                .orElseThrow(PageNotFound::exception);
        String name = source + "-" + file.getFileName();
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new FileSystemResource(file));
    }

    /** A file to download. */
    record Download(String source, String kind, String name) {}
}
