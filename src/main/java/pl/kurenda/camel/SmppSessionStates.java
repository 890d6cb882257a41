package pl.kurenda.camel;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.SmscAccount;
import pl.kurenda.delivery.SmscAccounts;
import pl.kurenda.delivery.SmscSession;
import pl.kurenda.delivery.SmscSessions;

/** How the binds do. */
@Component
class SmppSessionStates implements SmscSessions {
    private final List<SmppBinds> binds;

    SmppSessionStates(SmppSmscComponent component, SmscAccounts accounts) {
        this.binds = accounts.all().stream()
                .map(SmscAccount::key)
                .map(component::binds)
                .toList();
    }

    @Override
    public List<SmscSession> sessions() {
        return binds.stream()
                // a transceiver stands there twice
                .flatMap(both -> Stream.of(both.transmitter(), both.receiver()).distinct())
                .map(SmppBind::condition)
                .toList();
    }
}
