package pl.kurenda.web.report;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
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
import pl.kurenda.report.page.Bill;
import pl.kurenda.report.page.Bills;
import pl.kurenda.report.page.MonthFigures;
import pl.kurenda.report.page.MonthSheet;
import pl.kurenda.report.page.Months;
import pl.kurenda.report.page.ReportFiles;
import pl.kurenda.web.support.AskedDates;
import pl.kurenda.web.support.MonthChoice;
import pl.kurenda.web.support.PageNotFound;
import pl.kurenda.web.support.PolishFormat;
import pl.kurenda.web.support.Stage;

/** Shows the figures of days and months, and the report files of a day. */
@Controller
class ReportsController {
    private final Months months;
    private final Bills bills;
    private final ReportFiles files;
    private final MonthSheet sheet;
    private final Clock clock;

    ReportsController(Months months, Bills bills, ReportFiles files, MonthSheet sheet, Clock clock) {
        this.months = months;
        this.bills = bills;
        this.files = files;
        this.sheet = sheet;
        this.clock = clock;
    }

    /** Shows a month; by default the current one. */
    @GetMapping("/reports")
    String month(@RequestParam(required = false) String month, Locale language, Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        YearMonth shown = read(month, AskedDates::month, YearMonth.now(clock));
        MonthFigures figures = months.month(shown);
        choice(model, shown, LocalDate.now(clock));
        MonthChoice.add(model, shown, YearMonth.now(clock), format, language);
        model.addAttribute("table", MonthTable.of(figures, format));
        model.addAttribute("stages", Stage.values());
        model.addAttribute("reasons", ReasonLine.of(figures, format));
        bill(model, shown, format);
        model.addAttribute("files", files.ofMonth(shown));
        return "reports";
    }

    /** Downloads the current table of the month as CSV. */
    @GetMapping("/reports/month")
    void days(@RequestParam(required = false) String month, HttpServletResponse answer) throws IOException {
        YearMonth shown = read(month, AskedDates::month, YearMonth.now(clock));
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename("days-" + shown + ".csv")
                .build();
        answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment.toString());
        answer.setContentType("text/csv;charset=UTF-8");
        sheet.write(shown, answer.getOutputStream());
    }

    /** Shows a day. */
    @GetMapping("/reports/day")
    String day(@RequestParam(required = false) String day, Model model) {
        PolishFormat format = new PolishFormat(clock.getZone());
        LocalDate shown = read(day, AskedDates::day, LocalDate.now(clock));
        MonthFigures figures = months.day(shown);
        choice(model, YearMonth.from(shown), shown);
        model.addAttribute("table", DayTable.of(figures.total(), format));
        model.addAttribute("outcomes", DayTable.outcomes(figures, shown, format));
        model.addAttribute("reasons", ReasonLine.of(figures, format));
        model.addAttribute("files", files.of(shown));
        return "report-day";
    }

    /** Downloads a report file of the day. */
    @GetMapping("/reports/files/{day}/{name}")
    ResponseEntity<Resource> file(@PathVariable String day, @PathVariable String name) {
        Path file = files.find(read(day, AskedDates::day, null), name).orElseThrow(PageNotFound::exception);
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

    private static <T> T read(String text, Function<String, Optional<T>> reader, T otherwise) {
        return text == null || text.isBlank() ? otherwise : reader.apply(text).orElseThrow(PageNotFound::exception);
    }
}
