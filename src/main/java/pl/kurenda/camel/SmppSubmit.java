package pl.kurenda.camel;

import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppException;
import org.apache.camel.component.smpp.SmppSubmitSmCommand;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.session.SMPPSession;

/** camel-smpp's command, up to the PDU it makes of an exchange: it would wait for the answer itself. */
final class SmppSubmit extends SmppSubmitSmCommand {

    SmppSubmit(SMPPSession session, SmppConfiguration configuration) {
        super(session, configuration);
    }

    /** @throws SmppException if the exchange makes no submit_sm */
    SubmitSm pdu(Exchange exchange) throws SmppException {
        SubmitSm[] pdus = createSubmitSm(exchange);
        setRegisterDeliveryReceiptFlag(pdus, exchange.getIn());
        return pdus[0];
    }
}
