package pl.kurenda.intake;

/** Counts what would be good and bad UTF-8 (RFC 3629) in a stream of octets. */
final class Utf8Tally {
    private long valid;
    private long likely;
    private long invalid;

    /** Continuation octets still to come, and the bounds of the next one. */
    private int pending;

    private int low = 0x80;
    private int high = 0xbf;
    private boolean common;

    void add(int octet) {
        if (pending > 0) {
            if (octet >= low && octet <= high) {
                next();
                return;
            }
            invalid++;
            pending = 0;
        }
        start(octet);
    }

    private void next() {
        low = 0x80;
        high = 0xbf;
        if (--pending == 0) {
            valid++;
            likely += common ? 1 : 0;
        }
    }

    private void start(int octet) {
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
     * Greek, Cyrillic, Arabic) or typographic signs, since upper-case {@code ÓŁ} in windows-1250 happens to be valid UTF-8 too.
     */
    boolean isUtf8() {
        return valid > 0 && invalid * 4 <= valid && likely * 2 >= valid;
    }
}
