package pl.kurenda.camel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppMessage;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.ReceiptText;
import pl.kurenda.ledger.ReceiptNote;
import pl.kurenda.recipient.PhoneMask;

/** Reads what the SMSC delivers. */
@Component("smppReceipts")
public class SmppReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(SmppReceipts.class);

    private static final int UCS2 = 8;
    private static final int MOST_ID = 65;
    private static final int MOST_DIGITS = 21;
    private static final int MOST_ERROR = 16;

    private final Clock clock;

    SmppReceipts(Clock clock) {
        this.clock = clock;
    }

    /**
     * Reads a delivery receipt: its TLVs first, its text where they are missing.
     *
     * @return the receipt; null where a telephone sent a message, which is not kept
     */
    public ReceiptNote read(Exchange exchange) {
        // by the session it came through: the PDU does not say whose it is
        String smsc = ((SmppSmscEndpoint) exchange.getFromEndpoint()).account().name();
        DeliverSm pdu = (DeliverSm) exchange.getIn(SmppMessage.class).getCommand();
        if (!isReceipt(pdu)) {
            LOG.info("{} sent a message to {}; it is not kept", PhoneMask.mask(pdu.getSourceAddr()), smsc);
            return null;
        }
        SmppTlvs tlvs = new SmppTlvs(pdu);
        ReceiptText text = ReceiptText.read(text(pdu));
        String id = tlvs.text(Tag.RECEIPTED_MESSAGE_ID);
        Integer state = tlvs.number(Tag.MESSAGE_STATE);
        String stat = state == null ? null : ReceiptText.word(state);
        String error = tlvs.networkError();
        return new ReceiptNote(
                smsc,
                fitting(id == null ? text.id() : id, MOST_ID),
                digits(pdu.getSourceAddr()),
                stat == null ? text.stat() : stat,
                fitting(error == null ? text.error() : error, MOST_ERROR),
                tlvs.number(Tag.USER_MESSAGE_REFERENCE),
                clock.instant());
    }

    /**
     * By esm_class (SMPP v3.4 §5.2.12), or by a TLV that only an SMSC sets. Not by the text alone: anybody can send a text that
     * looks like a receipt.
     */
    private static boolean isReceipt(DeliverSm pdu) {
        return pdu.isSmscDeliveryReceipt()
                || pdu.isIntermediateDeliveryNotification()
                || pdu.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) != null;
    }

    private static String text(DeliverSm pdu) {
        byte[] octets = pdu.getShortMessage();
        OptionalParameter payload = pdu.getOptionalParameter(Tag.MESSAGE_PAYLOAD);
        if ((octets == null || octets.length == 0) && payload instanceof OptionalParameter.OctetString longText) {
            octets = longText.getValue();
        }
        Charset charset = pdu.getDataCoding() == UCS2 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
        return octets == null ? null : new String(octets, charset);
    }

    private static String fitting(String text, int most) {
        return text == null || text.length() > most ? null : text;
    }

    private static String digits(String address) {
        String digits = address == null ? "" : address.replaceAll("[^0-9]", "");
        return digits.substring(0, Math.min(digits.length(), MOST_DIGITS));
    }
}
