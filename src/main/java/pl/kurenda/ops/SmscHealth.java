package pl.kurenda.ops;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * The SMSC in {@code /actuator/health/smsc}: UP or UNBOUND. UNBOUND stands outside the order of the whole, because
 * files are taken and accounted for all the same while the SMSC is away.
 */
class SmscHealth implements HealthIndicator {

    /** No session with the SMSC: nothing can be sent for now. */
    static final Status UNBOUND = new Status("UNBOUND");

    private final SmscProbe probe;

    SmscHealth(SmscProbe probe) {
        this.probe = probe;
    }

    @Override
    public Health health() {
        return Health.status(probe.bound() ? Status.UP : UNBOUND)
                .withDetail("smsc", probe.describe())
                .build();
    }
}
