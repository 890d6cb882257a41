package pl.kurenda;

import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.SmscCondition;
import pl.kurenda.delivery.SmscSwitch;
import pl.kurenda.delivery.SmscWatch;
import pl.kurenda.intake.Source;
import pl.kurenda.intake.SourceSwitch;
import pl.kurenda.intake.SourceWatch;
import pl.kurenda.intake.Sources;
import pl.kurenda.ledger.AuditLog;
import pl.kurenda.ledger.Backlog;
import pl.kurenda.ops.KurendaMbeans;
import pl.kurenda.ops.Switches;

/** What can be switched in Hawtio, done by those whom {@code ops} may not use. */
@Configuration(proxyBeanMethods = false)
class Controls {

    @Bean
    KurendaMbeans kurendaMbeans(Backlog backlog, Switches switches, AuditLog audit, Clock clock) {
        return new KurendaMbeans(backlog, switches, audit, clock);
    }

    @Bean
    Switches switches(
            Sources sources,
            SourceWatch sourceWatch,
            SourceSwitch sourceSwitch,
            SmscWatch smscs,
            SmscSwitch smscSwitch) {
        return new Switches() {
            @Override
            public List<String> sources() {
                return sources.all().stream().map(Source::name).toList();
            }

            @Override
            public boolean taking(String source) {
                return sourceWatch.running(source);
            }

            @Override
            public void take(String source, boolean goOn) {
                if (goOn) {
                    sourceSwitch.resume(source);
                } else {
                    sourceSwitch.pause(source);
                }
            }

            @Override
            public List<String> accounts() {
                return smscs.conditions().stream().map(SmscCondition::name).toList();
            }

            @Override
            public String condition(String account) {
                return smscs.conditions().stream()
                        .filter(condition -> condition.name().equals(account))
                        .map(SmscCondition::words)
                        .findFirst()
                        .orElse("");
            }

            @Override
            public int inHand(String account) {
                return smscSwitch.inHand(account);
            }

            @Override
            public void use(String account, boolean goOn) {
                if (goOn) {
                    smscSwitch.resume(account);
                } else {
                    smscSwitch.pause(account);
                }
            }
        };
    }
}
