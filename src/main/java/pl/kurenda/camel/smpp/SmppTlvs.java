package pl.kurenda.camel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;

/**
 * Reads the optional parameters of a deliver_sm from their octets. SMSCs differ in the types (an id without its NUL, a
 * state of two octets), so the typed classes of jSMPP would miss or misread some.
 */
record SmppTlvs(DeliverSm pdu) {

    private static final int HEADER = 4;
    private static final int NETWORK_ERROR_LENGTH = 3;

    /** A C-octet string, or null. */
    String text(Tag tag) {
        byte[] value = octets(tag);
        if (value == null) {
            return null;
        }
        String text =
                new String(value, StandardCharsets.ISO_8859_1).replace("\0", "").strip();
        return text.isEmpty() ? null : text;
    }

    /** An unsigned number of one or two octets, or null. */
    Integer number(Tag tag) {
        byte[] value = octets(tag);
        if (value == null || value.length == 0 || value.length > 2) {
            return null;
        }
        int number = 0;
        for (byte octet : value) {
            number = number << 8 | octet & 0xff;
        }
        return number;
    }

    /** network_error_code (SMPP v3.4 §5.3.2.31) as {@code type-code}, or null. */
    String networkError() {
        byte[] value = octets(Tag.NETWORK_ERROR_CODE);
        if (value == null || value.length != NETWORK_ERROR_LENGTH) {
            return null;
        }
        return (value[0] & 0xff) + "-" + ((value[1] & 0xff) << 8 | value[2] & 0xff);
    }

    private byte[] octets(Tag tag) {
        OptionalParameter parameter = pdu.getOptionalParameter(tag);
        if (parameter == null) {
            return null;
        }
        byte[] whole = parameter.serialize();
        return Arrays.copyOfRange(whole, HEADER, whole.length);
    }
}
