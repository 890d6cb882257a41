package pl.kurenda.camel.smpp;

import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.camel.Endpoint;
import org.apache.camel.component.smpp.SmppComponent;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.springframework.boot.ssl.SslBundles;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;

/**
 * The component for {@code smpp:<account>}, where the account is a key in the settings: a route holds neither its user
 * nor its password. Any other {@code smpp:} address is left to camel-smpp.
 */
public final class SmppSmscComponent extends SmppComponent {

    private final Map<String, SmppBinds> binds;
    private final LogThrottle logThrottle;

    public SmppSmscComponent(SmscAccounts accounts, SslBundles bundles, SmppPauses pauses, Clock clock) {
        this.logThrottle = new LogThrottle(clock);
        this.binds = accounts.connected().stream()
                .collect(Collectors.toUnmodifiableMap(
                        SmscAccount::key, account -> SmppBinds.of(account, bundles, pauses, logThrottle)));
    }

    /** The sessions of the account. */
    SmppBinds binds(String key) {
        return binds.get(key);
    }

    LogThrottle complaints() {
        return logThrottle;
    }

    @Override
    @SuppressWarnings({"rawtypes", "unchecked"}) // as the component declares it
    protected Endpoint createEndpoint(String uri, String remaining, Map parameters) throws Exception {
        SmppBinds sessions = binds.get(remaining);
        if (sessions == null) {
            return super.createEndpoint(uri, remaining, parameters);
        }
        SmppConfiguration configuration = new SmppConfiguration();
        configuration.setHost(sessions.account().address().host());
        configuration.setPort(sessions.account().address().port());
        configuration.setSystemId(null);
        SmppSmscEndpoint endpoint = new SmppSmscEndpoint(uri, this, configuration, sessions);
        setProperties(endpoint, parameters);
        return endpoint;
    }
}
