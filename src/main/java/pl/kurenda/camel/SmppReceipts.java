package pl.kurenda.camel;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.apache.camel.Exchange;
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

    /** The delivery receipts among what came at the same time; what a telephone sent is not kept. */
    public List<ReceiptNote> read(List<DeliverSm> group, Exchange exchange) {
        // by the session it came through: the PDU does not say whose it is
        String smsc = ((SmppSmscEndpoint) exchange.getFromEndpoint()).account().name();
        return group.stream()
                .filter(pdu -> isReceipt(pdu) || notKept(pdu, smsc))
                .map(pdu -> receipt(pdu, smsc))
                .toList();
    }

    private static boolean notKept(DeliverSm pdu, String smsc) {
        LOG.info("{} sent a message to {}; it is not kept", PhoneMask.mask(pdu.getSourceAddr()), smsc);
        return false;
    }

    /** A receipt: its TLVs first, its text where they are missing. */
    private ReceiptNote receipt(DeliverSm pdu, String smsc) {
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
