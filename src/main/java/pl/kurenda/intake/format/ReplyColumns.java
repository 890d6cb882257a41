package pl.kurenda.intake.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pl.kurenda.intake.column.Reason;
import pl.kurenda.intake.reader.RawRecord;

/**
 * The three columns that reply files have after the original ones: line, reason and explanation. If a reply file is
 * corrected and dropped again, they are removed, so that the next reply has them only once.
 */
public final class ReplyColumns {
    /** The number of columns. */
    static final int COUNT = 3;
    /** Their names. */
    static final List<String> NAMES = List.of("line", "reason", "explanation");

    private static final String REASONS =
            Stream.of(Reason.values()).map(Reason::name).collect(Collectors.joining("|"));

    private final String header;
    private final Pattern tail;

    public ReplyColumns(char delimiter) {
        String mark = Pattern.quote(String.valueOf(delimiter));
        header = NAMES.stream().map(name -> delimiter + name).collect(Collectors.joining());
        tail = Pattern.compile(mark + "\"?\\d{1,10}\"?" + mark + "\"?(?:" + REASONS + ")\"?" + mark
                + "(?:\"(?:[^\"]|\"\")*\"|[^\"" + mark + "\\r\\n]*)\\z");
    }

    /** Whether the record ends in the columns of a reply. */
    boolean endsIn(byte[] raw) {
        return tail.matcher(text(raw)).find();
    }

    /** The record without the columns of a reply, if it has them as Kurenda writes them. */
    byte[] strip(byte[] raw) {
        Matcher matcher = tail.matcher(text(raw));
        return matcher.find() ? Arrays.copyOf(raw, matcher.start()) : raw;
    }

    /** The same for a record that is already cut. */
    RawRecord strip(RawRecord cut) {
        byte[] raw = strip(cut.raw());
        boolean lost = raw.length < cut.raw().length;
        int cells = lost && cut.sound() ? cut.cells() - COUNT : cut.cells();
        return new RawRecord(cut.line(), raw, cells, cut.flaw(), lost || cut.ended());
    }

    /** The header without the column names of a reply, if it has them as Kurenda writes them. */
    byte[] stripHeader(byte[] raw) {
        String text = text(raw);
        return text.endsWith(header) ? Arrays.copyOf(raw, raw.length - header.length()) : raw;
    }

    /** What follows the original header. */
    public String header() {
        return header;
    }

    /** One character per byte, so that positions in the text are positions in the record. */
    private static String text(byte[] raw) {
        return new String(raw, StandardCharsets.ISO_8859_1);
    }
}
