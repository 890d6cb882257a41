package pl.kurenda.report.page;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.stereotype.Component;
import pl.kurenda.report.core.ReportSettings;

/**
 * The files that a day's report leaves for the domain systems, to be looked at in a browser: the register of informational
 * actions, and the debts due for an upomnienie. What is shown is what the domain system got.
 */
@Component
public class SourceFiles {
    /** The register of informational actions of a day. */
    public static final String ACTIONS = "actions";
    /** The debts for which an upomnienie falls due on a day. */
    public static final String UPOMNIENIE = "upomnienie";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setDelimiter(';')
            .setHeader()
            .setSkipHeaderRecord(true)
            .get();
    private static final int BOM = '\uFEFF';

    private final ReportSettings settings;

    SourceFiles(ReportSettings settings) {
        this.settings = settings;
    }

    /** So many days after its first reminder a debt is listed for an upomnienie; 0 where none is. */
    public int upomnienieAfter() {
        return settings.report().upomnienie().days();
    }

    /**
     * The file of a source, if it is there.
     *
     * @param source a source that is known; nothing that somebody has typed
     * @param kind {@link #ACTIONS} or {@link #UPOMNIENIE}
     */
    public Optional<Path> find(String source, String kind, LocalDate day) {
        return Optional.of(settings.out(source).resolve(kind + "-" + day + ".csv"))
                .filter(Files::isRegularFile);
    }

    /** What stands in its first rows, by the names of the columns; without the sign that keeps a cell from being a formula. */
    public List<Map<String, String>> rows(Path file, int count) {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            reader.mark(1);
            if (reader.read() != BOM) {
                reader.reset();
            }
            try (CSVParser rows = FORMAT.parse(reader)) {
                return rows.stream().limit(count).map(SourceFiles::cells).toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> cells(CSVRecord row) {
        Map<String, String> cells = new HashMap<>();
        row.toMap().forEach((column, text) -> cells.put(column, text.startsWith("'") ? text.substring(1) : text));
        return cells;
    }
}
