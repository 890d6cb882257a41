package pl.kurenda.camel;

import java.time.Clock;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.smpp.SmppComponent;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.jsmpp.bean.BindType;
import pl.kurenda.delivery.BindMode;

/**
 * The component behind {@code smpp:smsc}, the one account of the settings: neither its user nor its password stand in a
 * route. Any other {@code smpp:} address is left to camel-smpp as it is.
 */
final class SmppSmscComponent extends SmppComponent {

    private static final String SMSC = "smsc";

    private final SmppAccount account;
    private final SmppBind transmitter;
    private final SmppBind receiver;
    private final SmppComplaints complaints;

    SmppSmscComponent(SmppAccount account, SmppPauses pauses, Clock clock) {
        this.account = account;
        this.complaints = new SmppComplaints(clock);
        if (account.settings().bindMode() == BindMode.TRANSCEIVER) {
            this.transmitter = new SmppBind(BindType.BIND_TRX, account, pauses, complaints);
            this.receiver = transmitter;
        } else {
            this.transmitter = new SmppBind(BindType.BIND_TX, account, pauses, complaints);
            this.receiver = new SmppBind(BindType.BIND_RX, account, pauses, complaints);
        }
    }

    /** The session that submits. */
    SmppBind transmitter() {
        return transmitter;
    }

    /** The session that takes receipts; the same as the transmitter where the bind is a transceiver. */
    SmppBind receiver() {
        return receiver;
    }

    SmppComplaints complaints() {
        return complaints;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the component declares it
    protected Endpoint createEndpoint(String uri, String remaining, Map parameters) throws Exception {
        if (!SMSC.equals(remaining)) {
            return super.createEndpoint(uri, remaining, parameters);
        }
        SmppConfiguration configuration = new SmppConfiguration();
        configuration.setHost(account.address().host());
        configuration.setPort(account.address().port());
        configuration.setSystemId(null);
        SmppSmscEndpoint endpoint = new SmppSmscEndpoint(uri, this, configuration);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
