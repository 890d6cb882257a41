package pl.kurenda.ops.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.ledger.decision.Decision;
import pl.kurenda.ledger.decision.FileDecisionResult;
import pl.kurenda.ledger.decision.FileDecisions;
import pl.kurenda.ledger.decision.HeldFile;

/** Lists held files with their findings, and carries out decisions about them. */
final class HeldFilesTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final FileDecisions files;
    private final ResourceBundle texts;
    private final Locale locale;
    private final ZoneId zone;
    private final PrintStream out;
    private final PrintStream err;

    HeldFilesTable(
            FileDecisions files, ResourceBundle texts, Locale locale, ZoneId zone, PrintStream out, PrintStream err) {
        this.files = files;
        this.texts = texts;
        this.locale = locale;
        this.zone = zone;
        this.out = out;
        this.err = err;
    }

    /** @return number of lines, without the header */
    int list() {
        List<HeldFile> held = new ArrayList<>();
        files.each(held::add);
        if (!held.isEmpty()) {
            line(Stream.of(texts.getString("file.columns").split(",")));
            held.forEach(this::print);
            out.println();
        }
        return held.size();
    }

    private void print(HeldFile file) {
        line(Stream.of(
                file.id(),
                file.source(),
                file.file(),
                file.held(),
                BigDecimal.valueOf(file.grosze(), 2).toPlainString(),
                TIME.format(file.since().atZone(zone)),
                file.reason(),
                file.findings().stream().map(finding -> finding.text(locale)).collect(Collectors.joining(" "))));
    }

    /** Prints a line. A file name must not break the line or send control codes to the terminal. */
    private void line(Stream<?> cells) {
        out.println(
                cells.map(cell -> cell.toString().replaceAll("\\p{Cc}", " ")).collect(Collectors.joining("\t")));
    }

    /** @return whether everything was done as decided */
    boolean decide(Decision decision, Collection<Long> ids, String who, String why) {
        boolean all = true;
        for (Long id : ids) {
            FileDecisionResult decided = files.decide(decision, id, who, why);
            boolean done = decided.outcome() == FileDecisionResult.Outcome.DONE;
            String key = "file." + (done ? "done." + decision : decided.outcome());
            (done ? out : err).println(text(key, id, decided.changed()));
            if (decided.repeated() > 0) {
                out.println(text("file.repeated", id, decided.repeated()));
            }
            all &= done;
        }
        return all;
    }

    private String text(String key, long id, int count) {
        return MessageFormat.format(texts.getString(key), String.valueOf(id), String.valueOf(count));
    }
}
