package pl.kurenda.camel;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.apache.camel.Body;
import org.apache.camel.Message;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.component.smpp.SmppSplittingPolicy;
import org.jsmpp.bean.Alphabet;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.SegmentSubmit;
import pl.kurenda.delivery.SmscSettings;

/**
 * Says a submit in the headers of camel-smpp, such that the octets pass untouched: left to itself camel-smpp encodes as
 * ISO-8859-1, counts a GSM extension as one and splits by its own rules.
 */
@Component("smppMapping")
public class SmppMapping {

    private static final int UCS2 = 8;
    private static final int MOST_OCTETS = 160;
    private static final byte USER_DATA_HEADER = 0x40;
    private static final byte INTERNATIONAL = 1;
    private static final byte E164 = 1;
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * Turns the segment in the body into body and headers of one submit_sm.
     *
     * @throws IllegalArgumentException if this can be no submit_sm; says nothing of number and text
     */
    public void toSubmitSm(@Body SegmentSubmit segment, Message message) {
        byte[] octets = segment.shortMessage();
        if (octets.length == 0 || octets.length > MOST_OCTETS) {
            throw new IllegalArgumentException("a segment of " + octets.length + " octets");
        }
        message.removeHeaders("*");
        message.setBody(new String(octets, StandardCharsets.ISO_8859_1));
        message.setHeader(SmppConstants.ESM_CLASS, new ESMClass(segment.userDataHeader() ? USER_DATA_HEADER : 0));
        message.setHeader(SmppConstants.DATA_CODING, (byte) segment.dataCoding());
        // "8 bit" is how camel-smpp is told to leave two-octet text alone
        message.setHeader(
                SmppConstants.ALPHABET,
                (segment.dataCoding() == UCS2 ? Alphabet.ALPHA_8_BIT : Alphabet.ALPHA_DEFAULT).value());
        message.setHeader(SmppConstants.ENCODING, StandardCharsets.ISO_8859_1.name());
        message.setHeader(SmppConstants.SPLITTING_POLICY, SmppSplittingPolicy.REJECT.name());
        message.setHeader(SmppConstants.REGISTERED_DELIVERY, SMSCDeliveryReceipt.SUCCESS_FAILURE.value());
        message.setHeader(SmppConstants.PRIORITY_FLAG, (byte) 0);
        message.setHeader(SmppConstants.VALIDITY_PERIOD, relative(segment.validity()));
        message.setHeader(
                SmppConstants.OPTIONAL_PARAMETER,
                Map.of(OptionalParameter.Tag.USER_MESSAGE_REFERENCE.code(), twoOctets(segment.userMessageReference())));
        message.setHeader(SmppConstants.SOURCE_ADDR, segment.sender());
        message.setHeader(SmppConstants.DEST_ADDR, segment.destination());
        message.setHeader(SmppConstants.DEST_ADDR_TON, INTERNATIONAL);
        message.setHeader(SmppConstants.DEST_ADDR_NPI, E164);
    }

    /** Says by which type and plan this account wants the sender to be read. */
    static void source(Message message, SmscSettings settings) {
        String sender = message.getHeader(SmppConstants.SOURCE_ADDR, "", String.class);
        message.setHeader(SmppConstants.SOURCE_ADDR_TON, (byte) settings.sourceTon(sender));
        message.setHeader(SmppConstants.SOURCE_ADDR_NPI, (byte) settings.sourceNpi(sender));
    }

    /** Relative time YYMMDDhhmmss000R (SMPP v3.4 §7.1.1.2), from 1 s to 30 days. */
    static String relative(Duration validity) {
        Duration time = validity.compareTo(LONGEST) > 0 ? LONGEST : validity;
        long seconds = Math.max(1, time.toSeconds());
        return "0000" + two(seconds / 86_400) + two(seconds / 3600 % 24) + two(seconds / 60 % 60) + two(seconds % 60)
                + "000R";
    }

    private static String two(long number) {
        return number < 10 ? "0" + number : Long.toString(number);
    }

    private static byte[] twoOctets(int reference) {
        return new byte[] {(byte) (reference >> 8), (byte) reference};
    }
}
