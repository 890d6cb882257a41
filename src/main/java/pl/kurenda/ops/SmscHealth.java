package pl.kurenda.ops;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;

/**
 * The SMSCs in {@code /actuator/health/smsc}: UP while one of them can be sent to, else UNBOUND. UNBOUND stands outside the order of the whole, because
 * files are taken and accounted for all the same while the SMSC is away.
 */
class SmscHealth implements HealthIndicator {

    /** No usable session with any SMSC: nothing can be sent for now. */
    static final Status UNBOUND = new Status("UNBOUND");

    private final SmscProbe probe;

    SmscHealth(SmscProbe probe) {
        this.probe = probe;
    }

    @Override
    public Health health() {
        return Health.status(probe.bound() ? Status.UP : UNBOUND)
                .withDetail("smsc", probe.describe())
                .withDetail("accounts", probe.accounts())
                .build();
    }
}
