package pl.kurenda.demo;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import pl.kurenda.delivery.account.AccountSettings;
import pl.kurenda.delivery.account.SmscAccount;
import pl.kurenda.delivery.account.SmscAccounts;
import pl.kurenda.delivery.account.SmscAddress;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.simulator.SimulatorOptions;
import pl.kurenda.simulator.SmscSimulator;

/** Decides which SMSCs this daemon sends to: those in the settings, or the built-in simulator. */
@Configuration(proxyBeanMethods = false)
class SmscConfiguration {
    private static final String SIMULATOR = "simulator";

    @Bean(destroyMethod = "close")
    @Conditional(OnMissingProperty.Smsc.class)
    SmscSimulator smscSimulator(Clock clock) throws IOException {
        return new SmscSimulator(SimulatorOptions.demo(clock));
    }

    /** The simulator beside real SMSCs, for sandboxes only. */
    @Bean(destroyMethod = "close")
    @Conditional(OnSandbox.class)
    SandboxSmsc sandboxSmsc(Clock clock) throws IOException {
        return new SandboxSmsc(new SmscSimulator(SimulatorOptions.demo(clock)));
    }

    @Bean
    SmscAccounts smscAccounts(
            Environment environment, ObjectProvider<SmscSimulator> simulator, ObjectProvider<SandboxSmsc> sandbox) {
        Map<String, SmscSettings> settings = AccountSettings.read(environment);
        SmscSimulator builtIn = simulator.getIfAvailable();
        if (builtIn != null) {
            return new SmscAccounts(
                    List.of(account(AccountSettings.SINGLE, SIMULATOR, builtIn, settings.get(AccountSettings.SINGLE))));
        }
        SandboxSmsc apart = sandbox.getIfAvailable();
        List<SmscAccount> real = SmscAccounts.real(settings).all();
        if (apart == null) {
            return new SmscAccounts(real);
        }
        boolean taken = real.stream()
                .anyMatch(one ->
                        one.key().equals(SmscAccount.SANDBOX) || one.name().equals(SmscAccount.SANDBOX));
        if (taken) {
            throw new IllegalArgumentException("kurenda.api.sandbox is true, and an account at an SMSC is called "
                    + SmscAccount.SANDBOX + "; allowed: another key and name for it");
        }
        SmscSettings standard = new Binder().bindOrCreate("kurenda.smsc", SmscSettings.class);
        return new SmscAccounts(
                real, Optional.of(account(SmscAccount.SANDBOX, SmscAccount.SANDBOX, apart.simulator(), standard)));
    }

    private static SmscAccount account(String key, String name, SmscSimulator simulator, SmscSettings settings) {
        SmscAddress address = new SmscAddress(name, "127.0.0.1", simulator.port(), "kurenda", "kurenda", false, true);
        return new SmscAccount(key, address, settings);
    }

    /** Whether this daemon has a simulator for the files of sandboxes. */
    @Bean
    Boolean sandboxOpen(SmscAccounts accounts) {
        return accounts.simulator() || accounts.sandbox().isPresent();
    }

    @Bean
    SmscIdentity smscIdentity(SmscAccounts accounts) {
        return new SmscIdentity(accounts.all().get(0).name(), accounts.simulator());
    }
}
