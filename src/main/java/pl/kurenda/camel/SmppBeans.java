package pl.kurenda.camel;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.SmscAddress;
import pl.kurenda.delivery.SmscSettings;

/** The SMPP component, under the name by which Camel looks for it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmscSettings.class)
class SmppBeans {

    @Bean("smpp-component")
    SmppSmscComponent smppComponent(SmscAddress address, SmscSettings settings, Clock clock) {
        return new SmppSmscComponent(new SmppAccount(address, settings), SmppPauses.standard(), clock);
    }
}
