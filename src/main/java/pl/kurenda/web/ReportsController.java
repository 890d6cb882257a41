package pl.kurenda.web;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import pl.kurenda.report.Bill;
import pl.kurenda.report.Bills;
import pl.kurenda.report.MonthFigures;
import pl.kurenda.report.Months;
import pl.kurenda.report.ReportFiles;

/** Days and months in figures, and the report files of a day. */
@Controller
class ReportsController {
    private final Months months;
    private final Bills bills;
    private final ReportFiles files;
    private final Clock clock;

    ReportsController(Months months, Bills bills, ReportFiles files, Clock clock) {
        this.months = months;
        this.bills = bills;
        this.files = files;
        this.clock = clock;
    }

    /** A month; this one, where none is named. */
    @GetMapping("/reports")
    String month(@RequestParam(required = false) String month, Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        YearMonth shown = read(month, YearMonth::parse, YearMonth.now(clock));
        MonthFigures figures = months.month(shown);
        choice(model, shown, LocalDate.now(clock));
        model.addAttribute("before", shown.minusMonths(1));
        model.addAttribute("after", shown.isBefore(YearMonth.now(clock)) ? shown.plusMonths(1) : null);
        model.addAttribute("table", MonthTable.of(figures, format));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("reasons", ReasonLine.of(figures, format));
        bill(model, shown, format);
        return "reports";
    }

    /** A day. */
    @GetMapping("/reports/day")
    String day(@RequestParam(required = false) String day, Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        LocalDate shown = read(day, LocalDate::parse, LocalDate.now(clock));
        MonthFigures figures = months.day(shown);
        choice(model, YearMonth.from(shown), shown);
        model.addAttribute("table", DayTable.of(figures.total(), format));
        model.addAttribute("outcomes", OutcomeLine.of(figures, shown, format));
        model.addAttribute("reasons", ReasonLine.of(figures, format));
        model.addAttribute("files", files.of(shown));
        return "report-day";
    }

    /** A report file of the day. */
    @GetMapping("/reports/files/{day}/{name}")
    ResponseEntity<Resource> file(@PathVariable String day, @PathVariable String name) {
        Path file = files.find(read(day, LocalDate::parse, null), name)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(file.getFileName().toString(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new FileSystemResource(file));
    }

    private void bill(Model model, YearMonth month, PolishFormat format) {
        Bill bill = bills.of(month);
        model.addAttribute("billedUntil", bill.until() == null ? null : format.day(bill.until()));
        model.addAttribute("bill", BillLine.of(bill, format));
        model.addAttribute("billTotal", BillLine.of(bill.total(), format));
    }

    private void choice(Model model, YearMonth month, LocalDate day) {
        model.addAttribute("here", "reports");
        model.addAttribute("month", month);
        model.addAttribute("day", day);
    }

    private static <T> T read(String text, Function<String, T> reader, T otherwise) {
        if (text == null || text.isBlank()) {
            return otherwise;
        }
        try {
            return reader.apply(text);
        } catch (DateTimeException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
