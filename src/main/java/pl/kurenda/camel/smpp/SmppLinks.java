package pl.kurenda.camel.smpp;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.smsc.SmscSession;

/** A link for each account, and the state of the sessions behind them. */
@Component
class SmppLinks implements SmscLinks {

    private final Map<String, SmppLink> links;
    private final List<SmppBinds> binds;

    SmppLinks(CamelContext context, SmppSmscComponent component, SmscAccounts accounts) {
        this.links = accounts.connected().stream()
                .map(SmscAccount::key)
                .collect(Collectors.toUnmodifiableMap(
                        key -> key, key -> new SmppLink(context, component.binds(key), component.complaints())));
        this.binds = accounts.all().stream()
                .map(SmscAccount::key)
                .map(component::binds)
                .toList();
    }

    @Override
    public SmscLink of(SmscAccount account) {
        return links.get(account.key());
    }

    @Override
    public List<SmscSession> sessions() {
        return binds.stream()
                // a transceiver is both
                .flatMap(both -> Stream.of(both.transmitter(), both.receiver()).distinct())
                .map(SmppBind::condition)
                .toList();
    }
}
