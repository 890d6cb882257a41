package pl.kurenda.camel.smpp;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Reads the octets of a deliver_sm (SMPP v3.4 §4.6.1) as far as the lengths in it are valid. */
final class DeliverSmBytes {
    private static final int HEADER = 16;
    private static final int EMPTY_BODY = 17;
    private static final int TAG_AND_LENGTH = 4;

    private final byte[] pdu;
    private int place = HEADER;

    private DeliverSmBytes(byte[] pdu) {
        this.pdu = pdu;
    }

    /**
     * Returns the PDU itself if all lengths are valid. If an optional parameter reaches beyond the end, it and all
     * later ones are left out. If the mandatory fields are not complete, every field is empty.
     */
    static byte[] readable(byte[] pdu) {
        DeliverSmBytes octets = new DeliverSmBytes(pdu);
        if (!octets.passMandatory()) {
            return withLength(Arrays.copyOf(Arrays.copyOf(pdu, HEADER), HEADER + EMPTY_BODY));
        }
        octets.passOptional();
        return octets.place == pdu.length ? pdu : withLength(Arrays.copyOf(pdu, octets.place));
    }

    private static byte[] withLength(byte[] pdu) {
        ByteBuffer.wrap(pdu).putInt(0, pdu.length);
        return pdu;
    }

    private boolean passMandatory() {
        return passText() // service_type
                && pass(2)
                && passText() // source_addr
                && pass(2)
                && passText() // destination_addr
                && pass(3)
                && passText() // schedule_delivery_time
                && passText() // validity_period
                && pass(5)
                && pass(pdu[place - 1] & 0xff); // short_message, of sm_length octets
    }

    private void passOptional() {
        while (pdu.length - place >= TAG_AND_LENGTH) {
            int length = ByteBuffer.wrap(pdu).getShort(place + 2) & 0xffff;
            if (!pass(TAG_AND_LENGTH + length)) {
                return;
            }
        }
    }

    private boolean passText() {
        while (place < pdu.length && pdu[place] != 0) {
            place++;
        }
        return pass(1);
    }

    private boolean pass(int octets) {
        if (octets > pdu.length - place) {
            return false;
        }
        place += octets;
        return true;
    }
}
