package pl.kurenda.camel.smpp;

import java.time.Duration;
import org.apache.camel.Body;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.SMSCDeliveryReceipt;
import org.jsmpp.bean.SubmitSm;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.delivery.smsc.SegmentSubmit;

/** Makes the PDU of a segment. The encoded text goes into it unchanged: it is not encoded or split again. */
@Component("smppMapping")
public class SmppMapping {

    private static final int UCS2 = 8;
    private static final int MOST_OCTETS = 160;
    private static final int MOST_UCS2_OCTETS = 140;
    private static final byte USER_DATA_HEADER = 0x40;
    private static final byte INTERNATIONAL = 1;
    private static final byte E164 = 1;
    private static final Duration LONGEST = Duration.ofDays(30);

    /**
     * Turns the segment in the body into its submit_sm. The producer adds the account's type and plan of the sender.
     *
     * @throws IllegalArgumentException if the text is empty or too long; the message names neither number nor text
     */
    public SubmitSm toSubmitSm(@Body SegmentSubmit segment) {
        byte[] octets = segment.shortMessage();
        if (octets.length == 0 || octets.length > (segment.dataCoding() == UCS2 ? MOST_UCS2_OCTETS : MOST_OCTETS)) {
            throw new IllegalArgumentException("a segment of " + octets.length + " octets");
        }
        SubmitSm pdu = new SubmitSm();
        pdu.setServiceType("");
        pdu.setSourceAddr(segment.sender());
        pdu.setDestAddrTon(INTERNATIONAL);
        pdu.setDestAddrNpi(E164);
        pdu.setDestAddress(segment.destination());
        pdu.setEsmClass(segment.userDataHeader() ? USER_DATA_HEADER : 0);
        pdu.setValidityPeriod(relative(segment.validity()));
        pdu.setRegisteredDelivery(SMSCDeliveryReceipt.SUCCESS_FAILURE.value());
        pdu.setDataCoding((byte) segment.dataCoding());
        pdu.setShortMessage(octets);
        pdu.setOptionalParameters(new OptionalParameter.User_message_reference((short) segment.userMessageReference()));
        return pdu;
    }

    /** Sets the sender's type of number and numbering plan for this account. */
    static void source(SubmitSm pdu, SmscSettings settings) {
        pdu.setSourceAddrTon((byte) settings.sourceTon(pdu.getSourceAddr()));
        pdu.setSourceAddrNpi((byte) settings.sourceNpi(pdu.getSourceAddr()));
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
}
