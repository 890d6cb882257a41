package pl.kurenda.ops.command;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.ledger.decision.WaitingReminder;

/** Prints reminders, one per line with tabs between columns, under a header line. */
final class WaitingTable {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final String columns;
    private final PrintStream out;
    private final ZoneId zone;
    private boolean empty = true;

    /** @param columns column names, separated by commas */
    WaitingTable(String columns, PrintStream out, ZoneId zone) {
        this.columns = columns;
        this.out = out;
        this.zone = zone;
    }

    boolean isEmpty() {
        return empty;
    }

    void print(WaitingReminder reminder) {
        if (empty) {
            line(List.of(columns.split(",")).stream());
            empty = false;
        }
        line(Stream.of(
                reminder.id(),
                reminder.source(),
                reminder.file(),
                reminder.line(),
                Objects.requireNonNullElse(reminder.reference(), ""),
                reminder.maskedPhone(),
                BigDecimal.valueOf(reminder.grosze(), 2).toPlainString(),
                TIME.format(reminder.since().atZone(zone)),
                Objects.requireNonNullElse(reminder.reason(), "")));
    }

    /** Prints a line. Text from a file must not break the line or send control codes to the terminal. */
    private void line(Stream<?> cells) {
        out.println(
                cells.map(cell -> cell.toString().replaceAll("\\p{Cc}", " ")).collect(Collectors.joining("\t")));
    }
}
