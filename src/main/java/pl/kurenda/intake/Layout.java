package pl.kurenda.intake;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * How an export is written.
 *
 * @param charset of its text
 * @param bom whether it starts with the byte order mark of UTF-8
 * @param delimiter between cells
 * @param lineEnd CRLF, LF or CR, as the first line has it
 * @param header the header, or null where there is none
 * @param columns where the fields stand, from 0
 * @param width how many cells a row has, without the columns of an earlier answer
 * @param answered whether it is an earlier answer with its three columns, which are ignored
 */
record Layout(
        Charset charset,
        boolean bom,
        char delimiter,
        String lineEnd,
        Header header,
        Map<Field, Integer> columns,
        int width,
        boolean answered) {

    /**
     * The line with the names of the columns.
     *
     * @param raw its octets without byte order mark, line end and the columns of an earlier answer
     * @param names its cells
     */
    record Header(byte[] raw, List<String> names) {}

    /** Whether a row of so many cells is as the file promises. */
    boolean accepts(int cells) {
        return cells == width || answered && cells == width + AnswerColumns.COUNT;
    }

    OptionalInt place(Field field) {
        Integer place = columns.get(field);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }

    /** What people find the column under: its name in the file, or its number from 1. */
    String columnName(int place) {
        return header == null ? String.valueOf(place + 1) : header.names().get(place);
    }
}
