package pl.kurenda.message;

import java.util.Arrays;

/**
 * The GSM 7 bit default alphabet and its extension table (GSM 03.38, now 3GPP TS 23.038 §6.2.1 and §6.2.1.1), unpacked:
 * one septet per octet, as SMPP carries data_coding 0. Kurenda has its own table because jSMPP and camel-smpp have
 * none: they send {@code @ $ _ [} with their ASCII codes, which mean other letters here.
 */
final class Gsm0338 {
    /** Announces that the next septet is from the extension table. */
    static final int ESCAPE = 0x1B;

    /** In the order of their codes. U+001B marks the place of the escape. */
    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅå"
            + "Δ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ"
            + " !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
            + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private static final String EXTENSION = "^{}\\[~]|€";
    private static final int[] EXTENSION_CODES = {0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    /** Codes by UTF-16 unit, up to the euro sign. */
    private static final byte[] CODES = new byte['€' + 1];
    /** The number of septets that a unit takes, or 0 if it has no code. */
    private static final byte[] SEPTETS = new byte[CODES.length];

    static {
        for (int code = 0; code < BASIC.length(); code++) {
            CODES[BASIC.charAt(code)] = (byte) code;
            SEPTETS[BASIC.charAt(code)] = 1;
        }
        SEPTETS[ESCAPE] = 0;
        for (int i = 0; i < EXTENSION_CODES.length; i++) {
            CODES[EXTENSION.charAt(i)] = (byte) EXTENSION_CODES[i];
            SEPTETS[EXTENSION.charAt(i)] = 2;
        }
    }

    private Gsm0338() {}

    /** Whether every character has a code. */
    static boolean canEncode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (septets(text.charAt(i)) == 0) {
                return false;
            }
        }
        return true;
    }

    /** The number of septets: 1, or 2 for a character of the extension table, or 0 if it has no code. */
    static int septets(char c) {
        return c < SEPTETS.length ? SEPTETS[c] : 0;
    }

    /** @param text only characters that have a code */
    static byte[] encode(String text) {
        byte[] septets = new byte[2 * text.length()];
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (septets(c) == 2) {
                septets[at++] = ESCAPE;
            }
            septets[at++] = CODES[c];
        }
        return Arrays.copyOf(septets, at);
    }
}
