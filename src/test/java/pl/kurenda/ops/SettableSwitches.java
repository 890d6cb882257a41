package pl.kurenda.ops;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Bean;
import pl.kurenda.ledger.AuditLog;
import pl.kurenda.ledger.Backlog;

/** A source, an account and a backlog, and the MBeans over them. */
class SettableSwitches implements Switches, Backlog {
    private final Set<String> off = ConcurrentHashMap.newKeySet();

    @Bean
    static KurendaMbeans kurendaMbeans(Backlog backlog, Switches switches, AuditLog audit, Clock clock) {
        return new KurendaMbeans(backlog, switches, audit, clock);
    }

    @Override
    public Figures read() {
        return new Figures(1, Duration.ofSeconds(90), 2, 3, 4);
    }

    @Override
    public List<String> sources() {
        return List.of("waste");
    }

    @Override
    public boolean taking(String source) {
        return !off.contains(source);
    }

    @Override
    public void take(String source, boolean goOn) {
        use(source, goOn);
    }

    @Override
    public List<String> accounts() {
        return List.of("plus");
    }

    @Override
    public String condition(String account) {
        return off.contains(account) ? "paused by hand" : "bound";
    }

    @Override
    public int inHand(String account) {
        return 0;
    }

    @Override
    public void use(String account, boolean goOn) {
        if (goOn) {
            off.remove(account);
        } else {
            off.add(account);
        }
    }
}
