package pl.kurenda.bench;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What the SMSC needs of SMPP v3.4: headers, and of a submit_sm the fields that a receipt is made of. */
final class Pdu {
    static final int HEADER = 16;
    static final int BIND_RECEIVER = 1;
    static final int BIND_TRANSMITTER = 2;
    static final int SUBMIT_SM = 4;
    static final int DELIVER_SM = 5;
    static final int UNBIND = 6;
    static final int BIND_TRANSCEIVER = 9;
    static final int ENQUIRE_LINK = 0x15;
    static final int RESPONSE = 0x80000000;
    static final int ESME_RINVCMDID = 3;

    private static final byte[] SYSTEM_ID = {'s', 'm', 's', 'c', 0};
    private static final byte[] EMPTY = {};
    private static final String TEXT =
            "id:%d sub:001 dlvrd:001 submit date:2611241000 done date:2611241001 stat:DELIVRD err:000 text:";

    private Pdu() {}

    static byte[] bindResponse(int command, int sequence) {
        return pdu(command | RESPONSE, 0, sequence, SYSTEM_ID);
    }

    static byte[] response(int command, int status, int sequence) {
        return pdu(command | RESPONSE, status, sequence, EMPTY);
    }

    static byte[] submitResponse(int sequence, long id) {
        byte[] digits = Long.toString(id).getBytes(StandardCharsets.US_ASCII);
        return pdu(SUBMIT_SM | RESPONSE, 0, sequence, Arrays.copyOf(digits, digits.length + 1));
    }

    private static byte[] pdu(int command, int status, int sequence, byte[] body) {
        return ByteBuffer.allocate(HEADER + body.length)
                .putInt(HEADER + body.length)
                .putInt(command)
                .putInt(status)
                .putInt(sequence)
                .put(body)
                .array();
    }

    /**
     * The receipt that a submit_sm asks for, or null where it asks for none (SMPP v3.4 §5.2.17).
     *
     * @param octets with a whole submit_sm
     * @param start of its header
     */
    static Receipt receipt(byte[] octets, int start, long id) {
        int source = afterString(octets, start + HEADER);
        int destination = afterString(octets, source + 2);
        int esmClass = afterString(octets, destination + 2);
        int registered = afterString(octets, afterString(octets, esmClass + 3));
        if ((octets[registered] & 3) != 1) {
            return null;
        }
        return new Receipt(
                id, Arrays.copyOfRange(octets, source, destination), Arrays.copyOfRange(octets, destination, esmClass));
    }

    private static int afterString(byte[] octets, int from) {
        int at = from;
        while (octets[at] != 0) {
            at++;
        }
        return at + 1;
    }

    /**
     * A delivery receipt to come.
     *
     * @param source who sent the reminder, with type of number, numbering plan and the closing zero
     * @param destination who got it, in the same way
     */
    record Receipt(long id, byte[] source, byte[] destination) {

        byte[] deliverSm(int sequence) {
            byte[] text = TEXT.formatted(id).getBytes(StandardCharsets.US_ASCII);
            ByteBuffer body = ByteBuffer.allocate(source.length + destination.length + text.length + 11);
            body.put((byte) 0).put(destination).put(source);
            body.put((byte) 4).put(new byte[8]).put((byte) text.length).put(text);
            return pdu(DELIVER_SM, 0, sequence, body.array());
        }
    }
}
