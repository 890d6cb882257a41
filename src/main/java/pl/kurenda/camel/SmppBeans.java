package pl.kurenda.camel;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.SmscAccounts;

/** The SMPP component, under the name by which Camel looks for it. */
@Configuration(proxyBeanMethods = false)
class SmppBeans {

    @Bean("smpp-component")
    SmppSmscComponent smppComponent(SmscAccounts accounts, Clock clock) {
        return new SmppSmscComponent(accounts, SmppPauses.standard(), clock);
    }
}
