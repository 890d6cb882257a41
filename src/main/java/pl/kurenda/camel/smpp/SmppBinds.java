package pl.kurenda.camel.smpp;

import org.jsmpp.bean.BindType;
import org.springframework.boot.ssl.SslBundles;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.BindMode;
import pl.kurenda.delivery.account.SmscAccount;

/**
 * The sessions of one account.
 *
 * @param account that the sessions belong to
 * @param transmitter the session that submits
 * @param receiver the session that takes receipts; the same as the transmitter if the bind is a transceiver
 */
record SmppBinds(SmscAccount account, SmppBind transmitter, SmppBind receiver) {

    static SmppBinds of(SmscAccount account, SslBundles bundles, SmppPauses pauses, LogThrottle logThrottle) {
        SmppAccount sessions = SmppAccount.of(account, bundles);
        if (account.settings().bindMode() == BindMode.TRANSCEIVER) {
            SmppBind both = new SmppBind(BindType.BIND_TRX, sessions, pauses, logThrottle);
            return new SmppBinds(account, both, both);
        }
        return new SmppBinds(
                account,
                new SmppBind(BindType.BIND_TX, sessions, pauses, logThrottle),
                new SmppBind(BindType.BIND_RX, sessions, pauses, logThrottle));
    }
}
