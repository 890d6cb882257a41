package pl.kurenda.message;

import java.util.List;

/**
 * A text as it goes on the air.
 *
 * @param text after transliteration
 * @param alphabet the alphabet all segments share
 * @param segments the user data of each segment, encoded, without a user data header
 */
public record SmsText(String text, Alphabet alphabet, List<byte[]> segments) {
    /** A text may take so many segments at most. */
    public static final int MAX_SEGMENTS = 6;
}
