package pl.kurenda.report.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import pl.kurenda.report.core.RowSink;

/**
 * The workbook of a day. Rows are written to disk as they arrive. The same rows always give the same bytes, whatever
 * the time of writing.
 */
public final class ReportBook implements Closeable {
    private static final int ROWS_IN_MEMORY = 100;

    private final SXSSFWorkbook workbook = new SXSSFWorkbook(ROWS_IN_MEMORY);
    private final SheetStyles styles = new SheetStyles(workbook);
    private final List<SheetSink> sheets = new ArrayList<>();

    /** @param day stored as the creation time in the document properties */
    public ReportBook(LocalDate day) {
        POIXMLProperties.CoreProperties core =
                workbook.getXSSFWorkbook().getProperties().getCoreProperties();
        Date midnight = Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        core.setCreator("Kurenda");
        core.setCreated(Optional.of(midnight));
        core.setModified(Optional.of(midnight));
    }

    /** Adds a sheet with a header. */
    public RowSink sheet(String name, List<String> columns) {
        SheetSink sheet = new SheetSink(workbook, styles, name, columns);
        sheets.add(sheet);
        return sheet;
    }

    /**
     * Writes the workbook.
     *
     * @param out stays open
     * @param scratch a temporary work file; deleted afterwards
     */
    public void writeTo(OutputStream out, Path scratch) throws IOException {
        sheets.forEach(SheetSink::finish);
        try {
            try (OutputStream raw = Files.newOutputStream(scratch)) {
                workbook.write(raw);
            }
            TimelessZip.copy(scratch, out);
        } finally {
            Files.deleteIfExists(scratch);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }
}
