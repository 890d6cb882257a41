package pl.kurenda.simulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GSMSpecificFeature;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.MessageMode;
import org.jsmpp.bean.MessageType;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.SMPPServerSession;

/**
 * A delivery receipt to send (SMPP v3.4 appendix B, and the TLVs of §5.3.2.12 and §5.3.2.35).
 *
 * @param systemId account that submitted the message
 * @param submit what was submitted
 * @param messageId as receipts write it
 * @param fate what happened to the message
 * @param submittedAt when it was accepted
 */
record SimulatedReceipt(
        String systemId, SubmitSm submit, String messageId, SimulatedOutcome fate, Instant submittedAt) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyMMddHHmm");

    /** Sends the receipt and waits for the response. */
    void deliver(SMPPServerSession session, Instant doneAt, ZoneId zone)
            throws PDUException, ResponseTimeoutException, InvalidResponseException, NegativeResponseException,
                    IOException {
        session.deliverShortMessage(
                "",
                TypeOfNumber.valueOf(submit.getDestAddrTon()),
                NumberingPlanIndicator.valueOf(submit.getDestAddrNpi()),
                submit.getDestAddress(),
                TypeOfNumber.valueOf(submit.getSourceAddrTon()),
                NumberingPlanIndicator.valueOf(submit.getSourceAddrNpi()),
                submit.getSourceAddr(),
                new ESMClass(MessageMode.DEFAULT, MessageType.SMSC_DEL_RECEIPT, GSMSpecificFeature.DEFAULT),
                (byte) 0,
                (byte) 0,
                new RegisteredDelivery(0),
                new GeneralDataCoding(),
                text(doneAt, zone).getBytes(StandardCharsets.US_ASCII),
                parameters());
    }

    /** The text of the receipt. It ends with an empty text: field, because a simulator need not repeat the message. */
    String text(Instant doneAt, ZoneId zone) {
        return "id:%s sub:001 dlvrd:%s submit date:%s done date:%s stat:%s err:%s text:"
                .formatted(
                        messageId,
                        fate == SimulatedOutcome.DELIVERED ? "001" : "000",
                        MINUTE.format(submittedAt.atZone(zone)),
                        MINUTE.format(doneAt.atZone(zone)),
                        fate.stat(),
                        fate.error());
    }

    private OptionalParameter[] parameters() {
        List<OptionalParameter> parameters = new ArrayList<>();
        parameters.add(new OptionalParameter.Receipted_message_id(messageId));
        parameters.add(new OptionalParameter.Message_state((byte) fate.messageState()));
        OptionalParameter reference = submit.getOptionalParameter(OptionalParameter.Tag.USER_MESSAGE_REFERENCE);
        if (reference != null) {
            parameters.add(reference);
        }
        return parameters.toArray(OptionalParameter[]::new);
    }
}
