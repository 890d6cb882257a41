package pl.kurenda.camel;

import java.time.Clock;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.SmscAccounts;

/** The SMPP component, under the name by which Camel looks for it. */
@Configuration(proxyBeanMethods = false)
class SmppBeans {

    @Bean("smpp-component")
    SmppSmscComponent smppComponent(SmscAccounts accounts, SslBundles bundles, Clock clock) {
        return new SmppSmscComponent(accounts, bundles, SmppPauses.standard(), clock);
    }
}
