package pl.kurenda.delivery.window;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.batch.SendTimes;
import pl.kurenda.ledger.core.SandboxSource;
import pl.kurenda.ledger.core.SmscIdentity;

/** The send window of each source, from {@code kurenda.sources.<name>.send-window}. */
@Component
public class SendWindows implements SendTimes {
    /** By default, outside the demo, no reminders go out at night, on Sundays or on public holidays. */
    static final String DEFAULT = "Mon-Sat 08:00-20:00";

    /** The shortest validity that an SMSC is given. */
    public static final Duration LEAST = Duration.ofMinutes(5);

    private static final SendWindow ALWAYS = SendWindow.parse("always");

    private final Map<String, SendWindow> windows = new HashMap<>();
    private final SendWindow standard;
    private final Clock clock;

    public SendWindows(Environment environment, SmscIdentity smsc, Clock clock) {
        this.clock = clock;
        this.standard = SendWindow.parse(smsc.simulator() ? "always" : DEFAULT);
        Binder.get(environment)
                .bind("kurenda.sources", Bindable.mapOf(String.class, Source.class))
                .orElse(Map.of())
                .forEach(this::add);
    }

    private void add(String source, Source settings) {
        if (settings.sendWindow() != null) {
            try {
                windows.put(source, SendWindow.parse(settings.sendWindow()));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("kurenda.sources." + source + ".send-window: " + e.getMessage(), e);
            }
        }
    }

    private SendWindow of(String source) {
        return SandboxSource.is(source) ? ALWAYS : windows.getOrDefault(source, standard);
    }

    /** Whether reminders of the source may leave now with enough time left for the SMSC to deliver them. */
    public boolean isOpen(String source) {
        return validity(source, LEAST).isPresent();
    }

    @Override
    public Instant next(String source, Instant from) {
        return of(source).next(from, clock.getZone());
    }

    /** Since when reminders of the source may leave; empty if they may not. */
    public Optional<Instant> openSince(String source) {
        return of(source).opening(clock.instant(), clock.getZone());
    }

    /**
     * How long the SMSC may try to deliver: the time asked for, but not beyond the end of the window. So the operator
     * does not work off a backlog at night.
     *
     * @return empty while reminders of the source may not leave, and in the last minutes of the window: operators
     *     refuse messages that expire in seconds, or let them expire
     */
    public Optional<Duration> validity(String source, Duration asked) {
        Instant now = clock.instant();
        SendWindow window = of(source);
        if (!window.isOpen(now, clock.getZone())) {
            return Optional.empty();
        }
        Duration left = window.closing(now, clock.getZone())
                .map(end -> Duration.between(now, end))
                .orElse(asked);
        Duration validity = left.compareTo(asked) < 0 ? left : asked;
        return validity.compareTo(LEAST) < 0 && validity.compareTo(asked) < 0
                ? Optional.empty()
                : Optional.of(validity);
    }

    /** The part of a source's settings that is used here. */
    record Source(String sendWindow) {}
}
