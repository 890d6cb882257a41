package pl.kurenda.intake.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.Quoting;
import pl.kurenda.intake.reader.SheetRows;
import pl.kurenda.intake.reader.WorkbookFile;
import pl.kurenda.intake.reader.WorkbookSheet;
import pl.kurenda.intake.source.Source;

/**
 * Finds the sheet of a workbook that is the export. All sheets are read to the end, and a damaged workbook is refused
 * as a whole.
 */
final class WorkbookDetector {
    private static final int SAMPLE = 256 * 1024;
    /**
     * Rows are padded to the widest one, but not beyond this. A stray cell far to the right affects only its own row.
     */
    private static final int WIDEST = 256;

    private final Source.Reading reading;
    private final char delimiter;

    WorkbookDetector(Source.Reading reading) {
        this.reading = reading;
        this.delimiter = reading.delimiter() == null ? ';' : reading.delimiter();
    }

    Layout layout(Path path) throws IOException, Refusal.RefusedException {
        try {
            return choose(path, filled(path));
        } catch (WorkbookFile.DamagedException e) {
            throw new Refusal.RefusedException(Refusal.of(Refusal.Kind.WORKBOOK_BROKEN));
        }
    }

    /** The sheets that have rows. */
    private static List<WorkbookSheet> filled(Path path) throws IOException {
        List<WorkbookSheet> filled = new ArrayList<>();
        try (WorkbookFile workbook = WorkbookFile.open(path)) {
            for (WorkbookSheet sheet : workbook.sheets()) {
                WorkbookSheet read = read(workbook, sheet);
                if (read.width() > 0) {
                    filled.add(read);
                }
            }
        }
        return filled;
    }

    private static WorkbookSheet read(WorkbookFile workbook, WorkbookSheet sheet) throws IOException {
        int width = 0;
        try (SheetRows rows = workbook.rows(sheet)) {
            while (rows.next()) {
                width = Math.max(width, rows.cells().size());
            }
            return sheet.read(Math.min(width, WIDEST), rows.hidden());
        }
    }

    /** The only sheet that can be read. With two of them the choice would be arbitrary. */
    private Layout choose(Path path, List<WorkbookSheet> filled) throws IOException, Refusal.RefusedException {
        List<Layout> readable = new ArrayList<>();
        Refusal.RefusedException refused = new Refusal.RefusedException(Refusal.of(Refusal.Kind.EMPTY));
        for (WorkbookSheet sheet : filled) {
            try {
                readable.add(layout(path, sheet));
            } catch (Refusal.RefusedException e) {
                if (e.refusal().kind() == Refusal.Kind.ROW_ABOVE_HEADER) {
                    // It is an export, though a damaged one. No other sheet replaces it.
                    throw e;
                }
                refused = refused.refusal().kind() == Refusal.Kind.EMPTY ? e : refused;
            }
        }
        if (readable.stream().anyMatch(layout -> !layout.guessed())) {
            readable.removeIf(Layout::guessed);
        }
        if (readable.isEmpty()) {
            throw refused;
        }
        if (readable.size() > 1) {
            String names = readable.stream()
                    .limit(5)
                    .map(layout -> ((FileEncoding.Workbook) layout.form().carrier())
                            .sheet()
                            .name())
                    .collect(Collectors.joining(", "));
            throw new Refusal.RefusedException(new Refusal(Refusal.Kind.WORKBOOK_SHEETS, names));
        }
        return readable.get(0);
    }

    private Layout layout(Path path, WorkbookSheet sheet) throws IOException, Refusal.RefusedException {
        FileEncoding fileEncoding = new FileEncoding.Workbook(sheet, delimiter);
        byte[] octets;
        boolean whole;
        try (InputStream in = fileEncoding.open(path)) {
            octets = in.readNBytes(SAMPLE);
            whole = in.read() < 0;
        }
        Sample sample = Sample.of(octets, whole, delimiter, Quoting.STANDARD);
        Layout.Form form = new Layout.Form(fileEncoding, StandardCharsets.UTF_8, true, delimiter, "\r\n");
        return new LayoutFinder(reading, sample, form).find();
    }
}
