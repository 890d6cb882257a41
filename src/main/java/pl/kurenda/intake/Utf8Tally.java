package pl.kurenda.intake;

import java.nio.charset.Charset;

/** Counts what would be good and bad UTF-8 (RFC 3629) in a stream of octets. */
final class Utf8Tally {
    /** What Polish texts have beside ASCII. */
    private static final String POLISH = "\u0105\u0107\u0119\u0142\u0144\u00f3\u015b\u017a\u017c"
            + "\u0104\u0106\u0118\u0141\u0143\u00d3\u015a\u0179\u017b\u201e\u201d\u201c\u2013\u2014\u2019\u2026\u00a7\u00b0\u00ab\u00bb\u00a0";

    /** For each octet a bit for each older charset that has something of it in that place. */
    private static final int[] OLDER = older("windows-1250", "ISO-8859-2", "IBM852");

    private long valid;
    private long likely;
    private long invalid;

    /** Continuation octets still to come, and the bounds of the next one. */
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

    /** How many sequences of several octets are valid. */
    long valid() {
        return valid;
    }

    /**
     * Whether it is UTF-8: at least four in five sequences are valid, and at least half of these are letters in use (Latin,
     * Greek, Cyrillic, Arabic) or typographic signs, or would be nothing Polish in an older charset: upper-case {@code ÓŁ} in
     * windows-1250 happens to be valid UTF-8 too.
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
                // what the charset does not have becomes a question mark
                older[octets[0] & 0xff] |= octets[0] < 0 ? 1 << i : 0;
            }
        }
        return older;
    }
}
