package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import pl.kurenda.intake.column.Field;
import pl.kurenda.intake.reader.CsvOptions;
import pl.kurenda.intake.reader.FileEncoding;
import pl.kurenda.intake.reader.Quoting;
import pl.kurenda.ledger.gate.Finding;

/**
 * How an export is written.
 *
 * @param form how its bytes are written
 * @param skipped number of records before the rows: a {@code sep=} line, titles and the header
 * @param header the header, or null if there is none
 * @param columns where the fields are, from 0
 * @param width number of cells in a row, without the columns of an earlier reply
 * @param answered whether the file is an earlier reply; its three added columns are ignored
 * @param guessed whether columns were guessed from their cells
 * @param beside columns that are read in addition to those of the fields
 */
public record Layout(
        Form form,
        int skipped,
        Header header,
        Map<Field, Integer> columns,
        int width,
        boolean answered,
        boolean guessed,
        Beside beside) {

    /** With columns from the header or the settings. */
    public Layout(Form form, int skipped, Header header, Map<Field, Integer> columns, int width, boolean answered) {
        this(form, skipped, header, columns, width, answered, false, Beside.NONE);
    }

    /**
     * How the bytes of an export are written.
     *
     * @param carrier how they become bytes that can be cut into records
     * @param charset of the file; UTF-8 for a workbook
     * @param bom whether the file starts with a byte order mark, or its reply must
     * @param delimiter between cells
     * @param lineEnd CRLF, LF or CR, as in the first line
     * @param quoting of its cells
     */
    public record Form(
            FileEncoding carrier, Charset charset, boolean bom, char delimiter, String lineEnd, Quoting quoting) {

        /** With standard quoting. */
        public Form(FileEncoding carrier, Charset charset, boolean bom, char delimiter, String lineEnd) {
            this(carrier, charset, bom, delimiter, lineEnd, Quoting.STANDARD);
        }

        /** The charset of the bytes that are cut: UTF-8 if the file encoding generates them. */
        public Charset cutCharset() {
            return carrier instanceof FileEncoding.Plain ? charset : StandardCharsets.UTF_8;
        }
    }

    /**
     * The line with the column names.
     *
     * @param raw its bytes, without the line end and the columns of an earlier reply
     * @param names its cells
     * @param line physical line on which it starts, from 1
     */
    public record Header(byte[] raw, List<String> names, int line) {}

    /**
     * Columns that hold no field but are read as well.
     *
     * @param phones read if the first phone is missing or unusable, from 0
     * @param amounts that may also be the amount owed, from 0
     * @param paid that may say that a debt is paid, from 0
     * @param currencies that hold the currency of amounts, from 0
     * @param naming further columns that may hold the name
     * @param warnings for the receipt
     * @param noticed reasons to hold the file
     */
    public record Beside(
            List<Integer> phones,
            List<Integer> amounts,
            List<Integer> paid,
            List<Integer> currencies,
            Naming naming,
            List<Finding> warnings,
            List<Finding> noticed) {
        static final Beside NONE =
                new Beside(List.of(), List.of(), List.of(), List.of(), Naming.NONE, List.of(), List.of());

        private Beside with(List<Finding> warnings, List<Finding> noticed) {
            return new Beside(phones, amounts, paid, currencies, naming, warnings, noticed);
        }
    }

    /**
     * The columns of a name that is spread over several, from 0.
     *
     * @param others read if the first one is empty, the most likely first
     * @param surname column that holds only surnames, or -1
     * @param first column with the first names that go with it, or -1
     */
    public record Naming(List<Integer> others, int surname, int first) {
        static final Naming NONE = new Naming(List.of(), -1, -1);
    }

    /** A copy with one more warning for the receipt. */
    Layout warning(Finding warning) {
        return beside(beside.with(
                Stream.concat(beside.warnings.stream(), Stream.of(warning)).toList(), beside.noticed));
    }

    /** A copy with one more reason to hold the file. */
    Layout noting(Finding finding) {
        return beside(beside.with(
                beside.warnings,
                Stream.concat(beside.noticed.stream(), Stream.of(finding)).toList()));
    }

    private Layout beside(Beside other) {
        return new Layout(form, skipped, header, columns, width, answered, guessed, other);
    }

    /** The options for reading its rows. */
    public CsvOptions csv() {
        ReplyColumns answer = new ReplyColumns(delimiter());
        return new CsvOptions(
                form.carrier(),
                form.cutCharset(),
                delimiter(),
                form.quoting(),
                skipped,
                this::accepts,
                new UnclosedQuoteDetector(this),
                answered ? answer::strip : cut -> cut);
    }

    public Charset charset() {
        return form.charset();
    }

    public char delimiter() {
        return form.delimiter();
    }

    /** Whether a row may have this number of cells. */
    public boolean accepts(int cells) {
        return cells == width || answered && cells == width + ReplyColumns.COUNT;
    }

    public OptionalInt place(Field field) {
        Integer place = columns.get(field);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** The columns of its fields, from 0. */
    public IntStream places() {
        return columns.values().stream().mapToInt(Integer::intValue);
    }

    /** How people find the column: its name in the file, or its number from 1. */
    public String columnName(int place) {
        return header == null || header.names().get(place).isEmpty()
                ? String.valueOf(place + 1)
                : header.names().get(place);
    }
}
