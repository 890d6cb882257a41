package pl.kurenda.demo;

import java.io.IOException;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.SmscAddress;
import pl.kurenda.delivery.SmscSettings;
import pl.kurenda.ledger.SmscIdentity;
import pl.kurenda.simulator.SimulatorOptions;
import pl.kurenda.simulator.SmscSimulator;

/** Which SMSC this daemon sends to: the one that {@code kurenda.smsc.host} names, or the built-in simulator. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SmscSettings.class)
class SmscConfiguration {
    private static final String SIMULATOR = "simulator";

    @Bean(destroyMethod = "close")
    @Conditional(Unset.Smsc.class)
    SmscSimulator smscSimulator(Clock clock) throws IOException {
        return new SmscSimulator(SimulatorOptions.demo(clock));
    }

    @Bean
    SmscAddress smscAddress(SmscSettings settings, ObjectProvider<SmscSimulator> simulator) {
        SmscSimulator builtIn = simulator.getIfAvailable();
        return builtIn == null
                ? new SmscAddress(
                        settings.name(),
                        settings.host(),
                        settings.port(),
                        settings.systemId(),
                        settings.password(),
                        settings.tls(),
                        false)
                : new SmscAddress(SIMULATOR, "127.0.0.1", builtIn.port(), "kurenda", "kurenda", false, true);
    }

    @Bean
    SmscIdentity smscIdentity(SmscAddress address) {
        return new SmscIdentity(address.name(), address.simulator());
    }
}
