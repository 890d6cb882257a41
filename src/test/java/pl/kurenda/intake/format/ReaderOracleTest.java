package pl.kurenda.intake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.QuoteMode;
import pl.kurenda.intake.row.FileRows;
import pl.kurenda.intake.row.Row;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceFixture;

/**
 * Reads the cells of sound files, however they are written. Each row has its own cells and line, as written and as
 * commons-csv finds them alone, without our cutter before it.
 */
class ReaderOracleTest {
    private static final int WIDTH = 4;
    private static final List<String> HEADER = List.of("telefon", "kwota", "nazwa", "uwagi");
    private static Path file;

    @BeforeContainer
    static void makeFile() throws IOException {
        file = Files.createTempFile("oracle", ".csv");
    }

    @AfterContainer
    static void deleteFile() throws IOException {
        Files.delete(file);
    }

    @Property(tries = 400)
    void eachRowHasItsOwnCells(@ForAll("tables") List<List<String>> rows, @ForAll("styles") Style style)
            throws IOException {
        String text = style.write(rows);
        Files.write(file, (style.isWide() ? "\ufeff" + text : text).getBytes(style.charset()));
        List<Row> read = read(style);
        assertThat(read).extracting(Row::cells).isEqualTo(rows);
        assertThat(read).extracting(Row::cells).isEqualTo(parsedAlone(text, style));
        assertThat(read).extracting(row -> row.cut().line()).isEqualTo(lines(rows));
        // UTF-16 is cut as UTF-8
        Charset cut = style.isWide() ? StandardCharsets.UTF_8 : style.charset();
        assertThat(read)
                .allSatisfy(
                        row -> assertThat(text).contains(new String(row.cut().raw(), cut)));
    }

    /** The physical lines on which the rows begin; the header is the first. */
    private static List<Integer> lines(List<List<String>> rows) {
        List<Integer> lines = new ArrayList<>();
        int line = 2;
        for (List<String> row : rows) {
            lines.add(line);
            line += 1
                    + row.stream()
                            .mapToInt(cell -> cell.replace("\r\n", "\n")
                                    .replaceAll("[^\r\n]", "")
                                    .length())
                            .sum();
        }
        return lines;
    }

    private static List<List<String>> parsedAlone(String text, Style style) throws IOException {
        try (CSVParser parser = style.format().parse(new StringReader(text))) {
            return parser.getRecords().stream().skip(1).map(CSVRecord::toList).toList();
        }
    }

    private static List<Row> read(Style style) throws IOException {
        Source source = SourceFixture.reading(new Source.Reading(style.charset(), style.delimiter(), true, Map.of()));
        Layout layout = ((Detection.Readable) new FormatDetector(source).detect(file)).layout();
        List<Row> rows = new ArrayList<>();
        FileRows.each(file, layout, rows::addAll);
        return rows;
    }

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> free = Arbitraries.strings()
                .withChars("ab ;,|\t\"'\n\r=+-.09")
                .withChars('ł', 'Ż', 'ó')
                .ofMaxLength(12);
        // The phone keeps a row from being blank, because a blank line is not a row.
        Arbitrary<List<String>> row = Combinators.combine(
                        Arbitraries.integers().between(501_000_000, 501_999_999),
                        Arbitraries.integers().between(1, 9_999),
                        free,
                        free)
                .as((phone, amount, name, note) -> List.of("" + phone, "" + amount, name, note));
        return row.list().ofMinSize(1).ofMaxSize(40);
    }

    @Provide
    Arbitrary<Style> styles() {
        return Combinators.combine(
                        Arbitraries.of("UTF-8", "windows-1250", "ISO-8859-2", "IBM852", "UTF-16LE", "UTF-16BE"),
                        Arbitraries.of(';', ',', '\t', '|'),
                        Arbitraries.of("\n", "\r\n", "\r"),
                        Arbitraries.of(QuoteMode.MINIMAL, QuoteMode.ALL))
                .as((charset, delimiter, lineEnd, quotes) ->
                        new Style(Charset.forName(charset), delimiter, lineEnd, quotes));
    }

    /** How a file is written. */
    record Style(Charset charset, char delimiter, String lineEnd, QuoteMode quotes) {
        boolean isWide() {
            return charset.name().startsWith("UTF-16");
        }

        CSVFormat format() {
            return CSVFormat.DEFAULT
                    .builder()
                    .setDelimiter(delimiter)
                    .setRecordSeparator(lineEnd)
                    .setQuoteMode(quotes)
                    .get();
        }

        String write(List<List<String>> rows) throws IOException {
            StringBuilder text = new StringBuilder();
            try (CSVPrinter printer = new CSVPrinter(text, format())) {
                printer.printRecord(HEADER);
                for (List<String> row : rows) {
                    assertThat(row).hasSize(WIDTH);
                    printer.printRecord(row);
                }
            }
            return text.toString();
        }
    }
}
