package pl.kurenda.simulator;

import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.GeneralDataCoding;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.SMPPSession;

/** Sends submits of one letter. */
final class Submits {
    private Submits() {}

    static String submit(SMPPSession session, String number, int reference) throws Exception {
        return submit(session, number, reference, 1);
    }

    static String submit(SMPPSession session, String number, int reference, int registered) throws Exception {
        return session.submitShortMessage(
                        "",
                        TypeOfNumber.ALPHANUMERIC,
                        NumberingPlanIndicator.UNKNOWN,
                        "UM Gdansk",
                        TypeOfNumber.INTERNATIONAL,
                        NumberingPlanIndicator.ISDN,
                        number,
                        new ESMClass(),
                        (byte) 0,
                        (byte) 0,
                        null,
                        null,
                        new RegisteredDelivery(registered),
                        (byte) 0,
                        new GeneralDataCoding(),
                        (byte) 0,
                        new byte[] {0x41},
                        new OptionalParameter.User_message_reference((short) reference))
                .getMessageId();
    }
}
