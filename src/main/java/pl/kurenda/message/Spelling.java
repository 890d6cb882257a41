package pl.kurenda.message;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/** Normalises a text before its alphabet is chosen. Doing so twice gives the same result as doing so once. */
final class Spelling {
    private static final Map<Character, String> ASCII = new HashMap<>();
    private static final char FIRST_MARK = '\u0300';

    static {
        each("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ", "acelnoszzACELNOSZZ");
        all("\u2018\u2019\u201A\u201B\u2039\u203A\u2032\u00B4`", "'");
        all("\u201C\u201D\u201E\u201F\u00AB\u00BB\u2033", "\"");
        all("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-");
        all("\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000", " ");
        all("\u2028\u2029", "\n");
        // Invisible: soft hyphen, zero width space, word joiner, byte order mark.
        all("\u00AD\u200B\u2060\uFEFF", "");
        all("\u2026", "...");
    }

    private Spelling() {}

    private static void each(String from, String to) {
        for (int i = 0; i < from.length(); i++) {
            ASCII.put(from.charAt(i), to.substring(i, i + 1));
        }
    }

    private static void all(String from, String to) {
        from.chars().forEach(c -> ASCII.put((char) c, to));
    }

    /**
     * The text with composed letters (Unicode NFC: some systems export {@code o} and its acute as two characters). Line
     * ends become {@code \n}, other control characters become spaces, and half of a surrogate pair, which no encoding
     * can carry, becomes {@code ?}.
     */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String composed = Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        int c;
        for (int i = 0; i < composed.length(); i += Character.charCount(c)) {
            c = composed.codePointAt(i);
            if (Character.isISOControl(c) && c != '\n') {
                clean.append(' ');
            } else {
                clean.appendCodePoint(isHalf(c) ? '?' : c);
            }
        }
        return clean.toString();
    }

    /**
     * A quick check. Nearly all texts are clean: their letters are below the combining marks (U+0300), so they are
     * composed, and no surrogate pair can be broken.
     */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= FIRST_MARK || Character.isISOControl(c) && c != '\n') {
                return false;
            }
        }
        return true;
    }

    private static boolean isHalf(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /**
     * The text with Polish letters stripped of their diacritics, and with plain quotes, dashes and spaces. The rest is
     * unchanged.
     */
    static String transliterate(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            String ascii = c < 0x80 && c != '`' ? null : ASCII.get(c);
            if (ascii == null) {
                plain.append(c);
            } else {
                plain.append(ascii);
            }
        }
        return plain.toString();
    }
}
