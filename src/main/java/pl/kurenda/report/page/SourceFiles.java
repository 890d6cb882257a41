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
 * Finds the files of a day's report for the domain systems, for viewing in a browser: the register of informational
 * actions, and the debts due for an upomnienie. It shows exactly what the domain system received.
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

    /** Days after the first reminder at which a debt is listed for an upomnienie; 0 if there is no list. */
    public int upomnienieAfter() {
        return settings.report().upomnienie().days();
    }

    /**
     * Returns the file of a source, if it exists.
     *
     * @param source a known source, never user input
     * @param kind {@link #ACTIONS} or {@link #UPOMNIENIE}
     */
    public Optional<Path> find(String source, String kind, LocalDate day) {
        return Optional.of(settings.out(source).resolve(kind + "-" + day + ".csv"))
                .filter(Files::isRegularFile);
    }

    /** Returns the first rows by column name, without the character that keeps a cell from becoming a formula. */
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
