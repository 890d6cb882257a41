package pl.kurenda.camel.smpp;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.TypeOfNumber;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.InboundSms;
import pl.kurenda.delivery.receipt.DeliveryReceiptText;
import pl.kurenda.ledger.inbox.DeliveryReceipt;
import pl.kurenda.ledger.inbox.InboundMessage;

/** Reads what the SMSC delivers. */
@Component("smppReceipts")
public class SmppReceipts {

    private static final int MOST_ID = 65;
    private static final int MOST_DIGITS = 21;
    private static final int MOST_ERROR = 16;
    /** Digits of a Polish number without its country code. */
    private static final int NATIONAL = 9;

    private static final String COUNTRY = "48";
    /** Phone numbers have at least this many digits; short codes have fewer. */
    private static final int SHORTEST = 9;

    private final InboundSms residents;
    private final Clock clock;

    SmppReceipts(InboundSms residents, Clock clock) {
        this.residents = residents;
        this.clock = clock;
    }

    /** Reads a group that came at the same time. Keeps delivery receipts, and STOP requests from phones. */
    public List<InboundMessage> read(List<DeliverSm> group, Exchange exchange) {
        // taken from the session, because the PDU does not name the SMSC
        String smsc = ((SmppSmscEndpoint) exchange.getFromEndpoint()).account().name();
        return group.stream().flatMap(pdu -> read(pdu, smsc)).toList();
    }

    private Stream<InboundMessage> read(DeliverSm pdu, String smsc) {
        if (isReceipt(pdu)) {
            return Stream.of(receipt(pdu, smsc));
        }
        return residents
                .read(smsc, pdu.getSourceAddr(), pdu.getDestAddress(), DeliverSmText.text(pdu))
                .<InboundMessage>map(request -> request)
                .stream();
    }

    /** Reads a receipt: its TLVs first, its text if they are missing. */
    private DeliveryReceipt receipt(DeliverSm pdu, String smsc) {
        SmppTlvs tlvs = new SmppTlvs(pdu);
        DeliveryReceiptText text = DeliveryReceiptText.read(DeliverSmText.text(pdu));
        String id = tlvs.text(Tag.RECEIPTED_MESSAGE_ID);
        Integer state = tlvs.number(Tag.MESSAGE_STATE);
        String stat = state == null ? null : DeliveryReceiptText.word(state);
        String error = tlvs.networkError();
        return new DeliveryReceipt(
                smsc,
                fitting(id == null ? text.id() : id, MOST_ID),
                telephone(pdu),
                stat == null ? text.stat() : stat,
                fitting(error == null ? text.error() : error, MOST_ERROR),
                tlvs.number(Tag.USER_MESSAGE_REFERENCE),
                clock.instant());
    }

    /**
     * Whether it is a receipt, by esm_class (SMPP v3.4 §5.2.12) or by a TLV that only an SMSC sets. The text alone does
     * not count, because anybody can send a text that looks like a receipt.
     */
    private static boolean isReceipt(DeliverSm pdu) {
        return pdu.isSmscDeliveryReceipt()
                || pdu.isIntermediateDeliveryNotification()
                || pdu.getOptionalParameter(Tag.RECEIPTED_MESSAGE_ID) != null;
    }

    private static String fitting(String text, int most) {
        return text == null || text.length() > most ? null : text;
    }

    /**
     * The recipient of the reminder. By the standard that is the source address. Some SMSCs leave both addresses as in
     * the submit, and then the source is the sender.
     */
    private static String telephone(DeliverSm pdu) {
        String source = international(pdu.getSourceAddr(), pdu.getSourceAddrTon());
        String destination = international(pdu.getDestAddress(), pdu.getDestAddrTon());
        return source.length() < SHORTEST && destination.length() >= SHORTEST ? destination : source;
    }

    /**
     * The number in the form in which reminders are sent. The SMSC may write 00 before it or leave out the country
     * code.
     */
    private static String international(String address, byte ton) {
        String digits = digits(address);
        if (digits.startsWith("00")) {
            return digits.substring(2);
        }
        return digits.length() == NATIONAL && ton != TypeOfNumber.INTERNATIONAL.value() ? COUNTRY + digits : digits;
    }

    private static String digits(String address) {
        String digits = address == null ? "" : address.replaceAll("[^0-9]", "");
        return digits.substring(0, Math.min(digits.length(), MOST_DIGITS));
    }
}
