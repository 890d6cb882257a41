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
 * @param form its octets
 * @param skipped how many records come before the rows: a {@code sep=} line, titles, and the header
 * @param header the header, or null where there is none
 * @param columns where the fields stand, from 0
 * @param width how many cells a row has, without the columns of an earlier answer
 * @param answered whether it is an earlier answer with its three columns, which are ignored
 * @param guessed whether columns were told by what stands in them
 * @param beside columns that are read along with those of the fields
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

    /** With columns that header or settings tell. */
    public Layout(Form form, int skipped, Header header, Map<Field, Integer> columns, int width, boolean answered) {
        this(form, skipped, header, columns, width, answered, false, Beside.NONE);
    }

    /**
     * The octets of an export.
     *
     * @param carrier how they become octets that can be cut
     * @param charset of the file; UTF-8 for a workbook
     * @param bom whether the file starts with a byte order mark, or its answer has to
     * @param delimiter between cells
     * @param lineEnd CRLF, LF or CR, as the first line has it
     * @param quoting of its cells
     */
    public record Form(
            FileEncoding carrier, Charset charset, boolean bom, char delimiter, String lineEnd, Quoting quoting) {

        /** With the usual quoting. */
        public Form(FileEncoding carrier, Charset charset, boolean bom, char delimiter, String lineEnd) {
            this(carrier, charset, bom, delimiter, lineEnd, Quoting.STANDARD);
        }

        /** The charset of the octets that are cut: UTF-8 where the carrier makes them. */
        public Charset cutCharset() {
            return carrier instanceof FileEncoding.Plain ? charset : StandardCharsets.UTF_8;
        }
    }

    /**
     * The line with the names of the columns.
     *
     * @param raw its octets as they were cut, without line end and the columns of an earlier answer
     * @param names its cells
     * @param line physical line on which it starts, from 1
     */
    public record Header(byte[] raw, List<String> names, int line) {}

    /**
     * Columns that hold no field, and are looked at nevertheless.
     *
     * @param phones read where the first phone is none, from 0
     * @param amounts that may be what is owed as well, from 0
     * @param paid that may say that a debt is paid, from 0
     * @param currencies that amounts are in, from 0
     * @param naming what the name may stand in beside its column
     * @param warnings for the receipt
     * @param noticed for which the file is held
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
     * Columns of a name that has several, from 0.
     *
     * @param others read where the first one is empty, the likeliest first
     * @param surname that holds surnames alone, or -1
     * @param first with the first names that go with it, or -1
     */
    public record Naming(List<Integer> others, int surname, int first) {
        static final Naming NONE = new Naming(List.of(), -1, -1);
    }

    /** The same, with one more warning for the receipt. */
    Layout warning(Finding warning) {
        return beside(beside.with(
                Stream.concat(beside.warnings.stream(), Stream.of(warning)).toList(), beside.noticed));
    }

    /** The same, with something for which the file is held. */
    Layout noting(Finding finding) {
        return beside(beside.with(
                beside.warnings,
                Stream.concat(beside.noticed.stream(), Stream.of(finding)).toList()));
    }

    private Layout beside(Beside other) {
        return new Layout(form, skipped, header, columns, width, answered, guessed, other);
    }

    /** How its rows are read. */
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

    /** Whether a row of so many cells is as the file promises. */
    public boolean accepts(int cells) {
        return cells == width || answered && cells == width + ReplyColumns.COUNT;
    }

    public OptionalInt place(Field field) {
        Integer place = columns.get(field);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** Where its fields stand, from 0. */
    public IntStream places() {
        return columns.values().stream().mapToInt(Integer::intValue);
    }

    /** What people find the column under: its name in the file, or its number from 1. */
    public String columnName(int place) {
        return header == null || header.names().get(place).isEmpty()
                ? String.valueOf(place + 1)
                : header.names().get(place);
    }
}
