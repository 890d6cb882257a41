package pl.kurenda.ops.jmx;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedResource;
import pl.kurenda.ledger.read.Backlog;

/** What waits, for Hawtio. Reading all attributes at once queries the database once. */
@ManagedResource(description = "What waits, over all nodes")
public class ManagedQueue {
    private static final Duration FRESH = Duration.ofSeconds(2);

    private final Backlog backlog;
    private final Clock clock;
    private Backlog.Figures read;
    private Instant readAt = Instant.MIN;

    ManagedQueue(Backlog backlog, Clock clock) {
        this.backlog = backlog;
        this.clock = clock;
    }

    private synchronized Backlog.Figures figures() {
        Instant now = clock.instant();
        if (read == null || readAt.plus(FRESH).isBefore(now)) {
            read = backlog.read();
            readAt = now;
        }
        return read;
    }

    /** Reminders. */
    @ManagedAttribute(description = "reminders that may be sent now or later")
    public long getQueued() {
        return figures().queued();
    }

    /** Seconds. */
    @ManagedAttribute(description = "seconds since the oldest of them could have been sent; 0: none waits")
    public long getOldestSeconds() {
        return figures().oldest().toSeconds();
    }

    /** Reminders. */
    @ManagedAttribute(description = "reminders of unknown fate")
    public long getUnknown() {
        return figures().unknown();
    }

    /** Reminders. */
    @ManagedAttribute(description = "reminders that wait for a person or a canary")
    public long getHeld() {
        return figures().held();
    }

    /** Files. */
    @ManagedAttribute(description = "files that wait for a person as a whole")
    public long getHeldFiles() {
        return figures().heldFiles();
    }
}
