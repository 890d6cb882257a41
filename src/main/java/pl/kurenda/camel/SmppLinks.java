package pl.kurenda.camel;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.CamelContext;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.SmscAccount;
import pl.kurenda.delivery.SmscAccounts;
import pl.kurenda.delivery.SmscLink;
import pl.kurenda.delivery.SmscLinks;

/** A link for each account. */
@Component
class SmppLinks implements SmscLinks {

    private final Map<String, SmppLink> links;

    SmppLinks(CamelContext context, SmppSmscComponent component, SmscAccounts accounts) {
        this.links = accounts.connected().stream()
                .map(SmscAccount::key)
                .collect(Collectors.toUnmodifiableMap(
                        key -> key, key -> new SmppLink(context, component.binds(key), component.complaints())));
    }

    @Override
    public SmscLink of(SmscAccount account) {
        return links.get(account.key());
    }
}
