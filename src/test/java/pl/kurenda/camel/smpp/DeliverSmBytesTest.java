package pl.kurenda.camel.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.util.DefaultDecomposer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliverSmBytesTest {
    private static final String RECEIPTED_ID = "001e 0003 373700";

    @Test
    void leavesAlonePdusThatKeepToTheirLengths() {
        byte[] pdu = pdu("stat:DELIVRD", RECEIPTED_ID);
        assertThat(DeliverSmBytes.readable(pdu)).isSameAs(pdu);
    }

    /** The tail is a tag that wants more octets than there are, a lone octet, or a tag without its length. */
    @ParameterizedTest
    @CsvSource({"0427000578", "00", "0427", "042700", "0427ffff00"})
    void readsWhatStandsBeforeAnOptionalParameterThatReachesBeyondTheEnd(String tail) throws Exception {
        DeliverSm read = read(DeliverSmBytes.readable(pdu("stat:DELIVRD", RECEIPTED_ID + tail)));
        assertThat(new String(read.getShortMessage(), StandardCharsets.US_ASCII))
                .isEqualTo("stat:DELIVRD");
        assertThat(read.getOptionalParameters()).hasSize(1);
    }

    /**
     * Cut anywhere in its mandatory part, it is still a PDU that can be acknowledged with the number of the request.
     */
    @Test
    void emptiesAPduWhoseMandatoryFieldsAreNotWhole() throws Exception {
        byte[] whole = pdu("stat:DELIVRD", "");
        for (int length = 16; length < whole.length; length++) {
            byte[] cut = new byte[length];
            System.arraycopy(whole, 0, cut, 0, length);
            ByteBuffer.wrap(cut).putInt(0, length);
            DeliverSm read = read(DeliverSmBytes.readable(cut));
            assertThat(read.getSequenceNumber()).isEqualTo(7);
            assertThat(read.getShortMessage()).isEmpty();
        }
    }

    private static DeliverSm read(byte[] pdu) throws Exception {
        assertThat(ByteBuffer.wrap(pdu).getInt()).isEqualTo(pdu.length);
        return new DefaultDecomposer().deliverSm(pdu);
    }

    private static byte[] pdu(String text, String optional) {
        byte[] tail = HexFormat.of().parseHex(optional.replace(" ", ""));
        String fields = "\0" + "\1\1" + "48501234567\0" + "\5\0" + "GMINA\0" + "\4\0\0" + "\0" + "\0" + "\0\0\0\0"
                + (char) text.length() + text;
        byte[] body = fields.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(16 + body.length + tail.length)
                .putInt(16 + body.length + tail.length)
                .putInt(5)
                .putInt(0)
                .putInt(7)
                .put(body)
                .put(tail)
                .array();
    }
}
