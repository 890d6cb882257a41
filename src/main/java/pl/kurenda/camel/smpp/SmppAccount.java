package pl.kurenda.camel.smpp;

import java.io.IOException;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.session.BindParameter;
import org.springframework.boot.ssl.SslBundles;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.account.SmscSettings;

/**
 * Makes the sessions of one account.
 *
 * @param account where the SMSC is, the user, timers and window
 * @param tls how TLS is done; none: the connection is plain
 */
record SmppAccount(SmscAccount account, SmppTls tls) {

    /** For the few PDUs that {@link SmppReader} leaves to jSMPP. */
    private static final int THREADS = 2;

    /** @throws IllegalArgumentException if the settings name a bundle that does not exist */
    static SmppAccount of(SmscAccount account, SslBundles bundles) {
        return new SmppAccount(account, account.address().tls() ? new SmppTls(account, bundles) : null);
    }

    SmscAddress address() {
        return account.address();
    }

    SmscSettings settings() {
        return account.settings();
    }

    static String label(BindType type) {
        return switch (type) {
            case BIND_TX -> "transmitter";
            case BIND_RX -> "receiver";
            case BIND_TRX -> "transceiver";
        };
    }

    /** @param deliveries takes what the SMSC delivers; null if the session only submits */
    SmppSession newSession(DeliverSmBatcher deliveries) {
        SmppSession session =
                new SmppSession(new SmppConnections(tls, settings().responseTimeout()), deliveries);
        session.setEnquireLinkTimer((int) settings().enquireLink().toMillis());
        session.setTransactionTimer(settings().responseTimeout().toMillis());
        session.setPduProcessorDegree(THREADS);
        return session;
    }

    /** @throws IOException if there is no connection, or the SMSC refuses the bind (see the cause) */
    void bind(SmppSession session, BindType type) throws IOException {
        BindParameter parameters = new BindParameter(
                type,
                address().systemId(),
                address().password(),
                "",
                TypeOfNumber.UNKNOWN,
                NumberingPlanIndicator.UNKNOWN,
                "",
                InterfaceVersion.IF_34);
        session.connectAndBind(
                address().host(),
                address().port(),
                parameters,
                settings().responseTimeout().toMillis());
    }
}
