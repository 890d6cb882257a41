package pl.kurenda.intake.format;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Guesses the charset of a Polish export from the bytes of its letters. It needs all bytes, in the order of the file.
 */
final class CharsetGuess {
    private static final String LOWER = "ąćęłńóśźż";
    private static final String UPPER = "ĄĆĘŁŃÓŚŹŻ";
    /** In order of preference, for files that fit several charsets equally well. */
    private static final List<Candidate> CANDIDATES = List.of(
            Candidate.of("windows-1250", 0x81, 0x83, 0x88, 0x90, 0x98),
            Candidate.of("ISO-8859-2", controls()),
            Candidate.of("IBM852"));

    private final Utf8Tally utf8 = new Utf8Tally();
    private final long[] points = new long[CANDIDATES.size()];
    /** Letters that are not Polish, for each candidate. */
    private final long[] foreign = new long[CANDIDATES.size()];

    private boolean plain = true;
    private int previous;

    void add(byte[] octets, int length) {
        for (int i = 0; i < length; i++) {
            int octet = octets[i] & 0xff;
            utf8.add(octet);
            if (octet >= 0x80) {
                weigh(octet);
            }
            previous = octet;
        }
    }

    private void weigh(int octet) {
        plain = false;
        for (int i = 0; i < points.length; i++) {
            points[i] += CANDIDATES.get(i).points(octet, previous);
            foreign[i] += CANDIDATES.get(i).isPolish(octet) ? 0 : 1;
        }
    }

    /**
     * Whether letters show that the file is UTF-8. An ASCII file is valid UTF-8 too, but shows nothing.
     *
     * @param marked whether the file starts with a byte order mark
     */
    boolean showsUtf8(boolean marked) {
        return utf8.isUtf8() && utf8.valid() > (marked ? 1 : 0);
    }

    /**
     * A charset in which all letters are Polish, while in the given charset some are not. Empty if there is none, or if
     * the given charset is not one that Polish exports use.
     */
    Optional<Charset> instead(Charset set) {
        boolean doubtful = IntStream.range(0, foreign.length)
                .anyMatch(i -> foreign[i] > 0 && CANDIDATES.get(i).charset().equals(set));
        return IntStream.range(0, foreign.length)
                .filter(i -> doubtful && foreign[i] == 0)
                .mapToObj(i -> CANDIDATES.get(i).charset())
                .findFirst();
    }

    Charset charset() {
        if (plain || utf8.isUtf8()) {
            return StandardCharsets.UTF_8;
        }
        int best = 0;
        for (int i = 1; i < points.length; i++) {
            best = points[i] > points[best] ? i : best;
        }
        return CANDIDATES.get(best).charset();
    }

    private static int[] controls() {
        int[] octets = new int[0x20];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = 0x80 + i;
        }
        return octets;
    }

    /**
     * A charset that the file may be in.
     *
     * @param lower which bytes are lower-case Polish letters
     * @param upper which bytes are upper-case Polish letters
     * @param unlikely which bytes a text in this charset does not contain
     */
    private record Candidate(Charset charset, boolean[] lower, boolean[] upper, boolean[] unlikely) {

        static Candidate of(String name, int... unlikely) {
            Charset charset = Charset.forName(name);
            boolean[] odd = new boolean[256];
            for (int octet : unlikely) {
                odd[octet] = true;
            }
            return new Candidate(charset, octets(LOWER, charset), octets(UPPER, charset), odd);
        }

        private static boolean[] octets(String letters, Charset charset) {
            boolean[] set = new boolean[256];
            for (byte octet : letters.getBytes(charset)) {
                set[octet & 0xff] = true;
            }
            return set;
        }

        boolean isPolish(int octet) {
            return lower[octet] || upper[octet];
        }

        /** Two points for a Polish letter, or one if its case does not match the ASCII letter before it. */
        int points(int octet, int previous) {
            if (lower[octet]) {
                return previous >= 'A' && previous <= 'Z' ? 1 : 2;
            }
            if (upper[octet]) {
                return previous >= 'a' && previous <= 'z' ? 1 : 2;
            }
            return unlikely[octet] ? -2 : 0;
        }
    }

    /** Counts valid and invalid UTF-8 sequences (RFC 3629). */
    private static final class Utf8Tally {
        /** The characters beyond ASCII that Polish texts contain. */
        private static final String POLISH = "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c"
                + "\u0104\u0106\u0118\u0141\u0143\u00d3\u015a\u0179\u017b\u201e\u201d\u201c\u2013\u2014\u2019\u2026\u00a7\u00b0\u00ab\u00bb\u00a0";

        /** For each byte, one bit per older charset in which the byte is one of these characters. */
        private static final int[] OLDER = older("windows-1250", "ISO-8859-2", "IBM852");

        private long valid;
        private long likely;
        private long invalid;

        /** Continuation bytes still to come, and the bounds of the next one. */
        private int pending;

        private int low = 0x80;
        private int high = 0xbf;
        private boolean common;
        /** Older charsets in which the sequence would be Polish as well. */
        private int doubts;

        void add(int octet) {
            if (pending > 0) {
                if (octet >= low && octet <= high) {
                    next(octet);
                    return;
                }
                invalid++;
                pending = 0;
            }
            start(octet);
        }

        private void next(int octet) {
            low = 0x80;
            high = 0xbf;
            doubts &= OLDER[octet];
            if (--pending == 0) {
                valid++;
                likely += common || doubts == 0 ? 1 : 0;
            }
        }

        private void start(int octet) {
            doubts = OLDER[octet];
            low = octet == 0xe0 ? 0xa0 : octet == 0xf0 ? 0x90 : 0x80;
            high = octet == 0xed ? 0x9f : octet == 0xf4 ? 0x8f : 0xbf;
            common = octet >= 0xc2 && octet <= 0xc5
                    || octet >= 0xce && octet <= 0xd1
                    || octet >= 0xd8 && octet <= 0xdb
                    || octet == 0xe2
                    || octet == 0xef;
            if (octet >= 0xc2 && octet <= 0xdf) {
                pending = 1;
            } else if (octet >= 0xe0 && octet <= 0xef) {
                pending = 2;
            } else if (octet >= 0xf0 && octet <= 0xf4) {
                pending = 3;
            } else if (octet >= 0x80) {
                invalid++;
            }
        }

        /** The number of valid sequences of several bytes. */
        long valid() {
            return valid;
        }

        /**
         * Whether the text is UTF-8. At least four in five sequences must be valid. At least half of the valid ones
         * must be letters in use (Latin, Greek, Cyrillic, Arabic) or typographic characters, or must not be Polish in
         * any older charset: upper-case {@code ÓŁ} in windows-1250 is also valid UTF-8.
         */
        boolean isUtf8() {
            return valid > 0 && invalid * 4 <= valid && likely * 2 >= valid;
        }

        private static int[] older(String... charsets) {
            int[] older = new int[256];
            for (int i = 0; i < charsets.length; i++) {
                Charset charset = Charset.forName(charsets[i]);
                for (char sign : POLISH.toCharArray()) {
                    byte[] octets = String.valueOf(sign).getBytes(charset);
                    // a character that the charset lacks becomes a question mark
                    older[octets[0] & 0xff] |= octets[0] < 0 ? 1 << i : 0;
                }
            }
            return older;
        }
    }
}
