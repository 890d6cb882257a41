package pl.kurenda.message;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts a text into pieces that fit into a short message (3GPP TS 23.040 §9.2.3.24.1), never through a character. */
final class Segmenting {
    private Segmenting() {}

    static List<byte[]> cut(String text, Alphabet alphabet) {
        if (end(text, 0, alphabet, alphabet.single()) == text.length()) {
            return List.of(encode(text, alphabet));
        }
        List<byte[]> segments = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = end(text, start, alphabet, alphabet.joined());
            segments.add(encode(text.substring(start, end), alphabet));
            start = end;
        }
        return List.copyOf(segments);
    }

    /** The end of the segment that begins at {@code start} and has this much room, in septets or UTF-16 units. */
    private static int end(String text, int start, Alphabet alphabet, int room) {
        int end = start;
        int left = room;
        while (end < text.length()) {
            int length = Character.charCount(text.codePointAt(end));
            left -= alphabet == Alphabet.GSM7 ? Gsm0338.septets(text.charAt(end)) : length;
            if (left < 0) {
                return end;
            }
            end += length;
        }
        return end;
    }

    private static byte[] encode(String text, Alphabet alphabet) {
        return switch (alphabet) {
            case GSM7 -> Gsm0338.encode(text);
            case UCS2 -> text.getBytes(StandardCharsets.UTF_16BE);
        };
    }
}
