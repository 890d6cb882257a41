package pl.kurenda.intake.reader;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How the cells of a file are quoted.
 *
 * @param sign quote character around a cell
 * @param afterBlanks whether blanks may stand before an opening quote: {@code 1, "a, b"}
 */
public record Quoting(char sign, boolean afterBlanks) {
    /** As in RFC 4180. */
    public static final Quoting STANDARD = new Quoting('"', false);

    private static final Quoting APOSTROPHES = new Quoting('\'', false);
    private static final Quoting SPACED = new Quoting('"', true);

    private static final int LOOKED_AT = 64 * 1024;
    private static final int LINES = 200;
    private static final Pattern LINE_END = Pattern.compile("[\\r\\n]+");

    /** The quoting that most lines of a file have, or the standard one if no line is quoted. */
    public static Quoting of(byte[] start, char delimiter) {
        String text = new String(start, 0, Math.min(start.length, LOOKED_AT), StandardCharsets.ISO_8859_1);
        if (text.indexOf('"') < 0 && text.indexOf('\'') < 0) {
            return STANDARD;
        }
        String mark = Pattern.quote(String.valueOf(delimiter));
        Pattern spaced = Pattern.compile(mark + (delimiter == '\t' ? " +\"" : "[ \\t]+\""));
        Pattern cells = Pattern.compile(mark);
        List<String> lines = LINE_END.splitAsStream(text)
                .filter(line -> !line.isBlank())
                .limit(LINES)
                .toList();
        if (most(
                lines,
                lines.stream()
                        .filter(line -> isInApostrophes(cells.split(line)))
                        .count())) {
            return APOSTROPHES;
        }
        return most(
                        lines,
                        lines.stream()
                                .filter(line -> spaced.matcher(line).find())
                                .count())
                ? SPACED
                : STANDARD;
    }

    private static boolean most(List<String> lines, long found) {
        return lines.size() > 1 && found * 2 > lines.size();
    }

    /**
     * Requires at least two quoted cells. Spreadsheets write a single apostrophe in front of a cell, without a closing
     * one.
     */
    private static boolean isInApostrophes(String[] cells) {
        long opened = Arrays.stream(cells)
                .filter(cell -> cell.strip().startsWith("'"))
                .count();
        long closed =
                Arrays.stream(cells).filter(cell -> cell.strip().endsWith("'")).count();
        return opened > 1 && opened == closed;
    }
}
