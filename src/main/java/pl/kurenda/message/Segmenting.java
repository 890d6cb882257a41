package pl.kurenda.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into what fits into a short message (3GPP TS 23.040 §9.2.3.24.1), never through a character. */
final class Segmenting {
    private Segmenting() {}

    static List<byte[]> cut(String text, Alphabet alphabet) {
        if (units(text, alphabet) <= alphabet.single()) {
            return List.of(encode(text, alphabet));
        }
        List<byte[]> segments = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, alphabet);
            segments.add(encode(text.substring(start, end), alphabet));
            start = end;
        }
        return List.copyOf(segments);
    }

    /** Where the segment that begins at {@code start} ends. */
    private static int end(String text, int start, Alphabet alphabet) {
        int end = start;
        int room = alphabet.joined();
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            room -= units(text.substring(end, next), alphabet);
            if (room < 0) {
                return end;
            }
            end = next;
        }
        return end;
    }

    /** Septets or UTF-16 units. */
    private static int units(String text, Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> text.chars().map(c -> Gsm0338.septets((char) c)).sum();
            case UCS2 -> text.length();
        };
    }

    private static byte[] encode(String text, Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> Gsm0338.encode(text);
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
        };
    }
}
