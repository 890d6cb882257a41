package pl.kurenda.demo;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import pl.kurenda.delivery.AccountSettings;
import pl.kurenda.delivery.SmscAccount;
import pl.kurenda.delivery.SmscAccounts;
import pl.kurenda.delivery.SmscAddress;
import pl.kurenda.delivery.SmscSettings;
import pl.kurenda.ledger.SmscIdentity;
import pl.kurenda.simulator.SimulatorOptions;
import pl.kurenda.simulator.SmscSimulator;

/** Which SMSCs this daemon sends to: those that the settings name, or the built-in simulator. */
@Configuration(proxyBeanMethods = false)
class SmscConfiguration {
    private static final String SIMULATOR = "simulator";

    @Bean(destroyMethod = "close")
    @Conditional(Unset.Smsc.class)
    SmscSimulator smscSimulator(Clock clock) throws IOException {
        return new SmscSimulator(SimulatorOptions.demo(clock));
    }

    @Bean
    SmscAccounts smscAccounts(Environment environment, ObjectProvider<SmscSimulator> simulator) {
        Map<String, SmscSettings> settings = AccountSettings.read(environment);
        SmscSimulator builtIn = simulator.getIfAvailable();
        if (builtIn == null) {
            return SmscAccounts.real(settings);
        }
        SmscAddress address =
                new SmscAddress(SIMULATOR, "127.0.0.1", builtIn.port(), "kurenda", "kurenda", false, true);
        return new SmscAccounts(
                List.of(new SmscAccount(AccountSettings.SINGLE, address, settings.get(AccountSettings.SINGLE))));
    }

    @Bean
    SmscIdentity smscIdentity(SmscAccounts accounts) {
        return new SmscIdentity(accounts.all().get(0).name(), accounts.simulator());
    }
}
