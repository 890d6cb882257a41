package pl.kurenda.camel.smpp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/** The text of a deliver_sm. */
final class DeliverSmText {
    private static final int UCS2 = 8;
    /** The user data begins with a header (SMPP v3.4 §5.2.12). */
    private static final int HEADER = 0x40;

    private static final int CONCATENATED = 0;
    private static final int CONCATENATED_WIDE = 8;

    private DeliverSmText() {}

    /**
     * Null if there is no text. Of a message in parts, only the first has a text here, because later parts mean nothing
     * by themselves.
     */
    static String text(DeliverSm pdu) {
        byte[] octets = pdu.getShortMessage();
        OptionalParameter payload = pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
        if ((octets == null || octets.length == 0) && payload instanceof OptionalParameter.OctetString longText) {
            octets = longText.getValue();
        }
        if (octets == null) {
            return null;
        }
        Charset charset = pdu.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        if ((pdu.getEsmClass() & HEADER) == 0 || octets.length == 0) {
            return new String(octets, charset);
        }
        int end = Math.min(octets.length, (octets[0] & 0xff) + 1);
        return part(octets, end) > 1 ? null : new String(Arrays.copyOfRange(octets, end, octets.length), charset);
    }

    /** Which part of a message this is, from 1, read from the header's elements (3GPP TS 23.040 §9.2.3.24). */
    private static int part(byte[] octets, int end) {
        int at = 1;
        while (at + 1 < end) {
            int element = octets[at] & 0xff;
            int length = octets[at + 1] & 0xff;
            int last = at + 1 + length;
            if ((element == CONCATENATED || element == CONCATENATED_WIDE) && length > 0 && last < end) {
                return octets[last] & 0xff;
            }
            at = last + 1;
        }
        return 1;
    }
}
