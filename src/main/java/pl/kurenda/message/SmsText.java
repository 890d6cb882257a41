package pl.kurenda.message;

import java.util.List;

/**
 * A text as it is sent.
 *
 * @param text after transliteration
 * @param alphabet the alphabet all segments share
 * @param segments the user data of each segment, encoded, without a user data header; never empty
 */
public record SmsText(String text, Alphabet alphabet, List<byte[]> segments) {
    /** The most segments that a text may take. */
    public static final int MAX_SEGMENTS = 6;

    private static final int HEADER_LENGTH = 6;

    /** Keeps its own list. The octets themselves are shared, not copied. */
    public SmsText {
        segments = List.copyOf(segments);
        if (segments.isEmpty()) {
            throw new IllegalArgumentException("a text has at least one segment, be it empty");
        }
    }

    /**
     * Encodes and cuts a text. Uses GSM 03.38 if it has all characters that remain after the policy has been applied,
     * otherwise UCS-2 for the whole text. UCS-2 does not bring the Polish letters back, so that a text reads the same
     * in either alphabet. Line ends become {@code \n}, and other control characters become spaces. If {@link #text()}
     * was transliterated, encoding it again under either policy gives the same result. Never throws: see
     * {@link #isTooLong()}.
     *
     * @param text any
     * @param policy how to treat letters that GSM 03.38 does not have
     */
    public static SmsText of(String text, AlphabetPolicy policy) {
        String clean = Spelling.clean(text);
        String spelled = policy == AlphabetPolicy.TRANSLITERATE ? Spelling.transliterate(clean) : clean;
        Alphabet alphabet = Gsm0338.canEncode(spelled) ? Alphabet.GSM7 : Alphabet.UCS2;
        return new SmsText(spelled, alphabet, Segmenting.cut(spelled, alphabet));
    }

    /**
     * Whether the text takes more than {@link #MAX_SEGMENTS} segments. It cannot be sent, and its row must be rejected.
     */
    public boolean isTooLong() {
        return segments.size() > MAX_SEGMENTS;
    }

    /**
     * The short_message of a segment's submit_sm. If there are several segments, each begins with a user data header
     * (3GPP TS 23.040 §9.2.3.24.1: concatenated short messages, 8-bit reference), which esm_class 0x40 must announce.
     *
     * @param segmentNumber from 1
     * @param concatReference the same for all segments of a text; only its lower 8 bits are used
     * @throws IndexOutOfBoundsException if there is no such segment
     * @throws IllegalStateException if the text is too long to be sent
     */
    public byte[] shortMessage(int segmentNumber, int concatReference) {
        if (isTooLong()) {
            throw new IllegalStateException(segments.size() + " segments are more than " + MAX_SEGMENTS);
        }
        byte[] userData = segments.get(segmentNumber - 1);
        if (segments.size() == 1) {
            return userData.clone();
        }
        byte[] header = {5, 0, 3, (byte) concatReference, (byte) segments.size(), (byte) segmentNumber};
        byte[] message = new byte[HEADER_LENGTH + userData.length];
        System.arraycopy(header, 0, message, 0, HEADER_LENGTH);
        System.arraycopy(userData, 0, message, HEADER_LENGTH, userData.length);
        return message;
    }

    /** Whether the short messages begin with a user data header. */
    public boolean hasUserDataHeader() {
        return segments.size() > 1;
    }

    /** Leaves out the text, which is personal data. */
    @Override
    public String toString() {
        return "SmsText[" + alphabet + ", segments=" + segments.size() + "]";
    }
}
