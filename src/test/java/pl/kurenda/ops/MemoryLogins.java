package pl.kurenda.ops;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.context.annotation.Bean;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.login.LoginFailures;

/** Security records in memory, for tests without a database. It never locks anyone out. */
public class MemoryLogins implements AuditLog, LoginFailures {
    public final List<String> notes = new CopyOnWriteArrayList<>();

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Override
    public void note(String who, String action, String object, String why) {
        notes.add(String.join(" ", who, action, object));
    }

    @Override
    public Map<String, Duration> locked(Collection<String> subjects) {
        return Map.of();
    }

    @Override
    public boolean known(String subject) {
        return false;
    }

    @Override
    public void failed(String subject, int free, Duration longest) {
        // LoginTest has the real one
    }

    @Override
    public void succeeded(String subject) {
        // LoginTest has the real one
    }
}
