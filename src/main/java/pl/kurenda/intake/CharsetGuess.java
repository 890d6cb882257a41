package pl.kurenda.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Guesses the charset of a Polish export from the octets of its letters, all of them, fed in the order of the file. */
final class CharsetGuess {
    private static final String LOWER = "ąćęłńóśźż";
    private static final String UPPER = "ĄĆĘŁŃÓŚŹŻ";
    /** In the order of preference where nothing tells them apart. */
    private static final List<Candidate> CANDIDATES = List.of(
            Candidate.of("windows-1250", 0x81, 0x83, 0x88, 0x90, 0x98),
            Candidate.of("ISO-8859-2", controls()),
            Candidate.of("IBM852"));

    private final Utf8Tally utf8 = new Utf8Tally();
    private final long[] points = new long[CANDIDATES.size()];
    /** Letters that are not Polish ones. */
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
     * Whether letters show that it is UTF-8: a file in ASCII is that, too, and shows nothing.
     *
     * @param marked whether one of its letters is the mark
     */
    boolean showsUtf8(boolean marked) {
        return utf8.isUtf8() && utf8.valid() > (marked ? 1 : 0);
    }

    /**
     * Another charset than that one in which, unlike in that one, all letters are Polish; nothing where there is none, or that one
     * is none of those that Polish exports are written in.
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
     * A charset in question.
     *
     * @param lower which octets are lower-case Polish letters
     * @param upper which are upper-case ones
     * @param unlikely which octets a text in it does not have
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

        /** Two points for a Polish letter, one where its case does not go with the ASCII letter before it. */
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
}
