package pl.kurenda.ops.health;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;

/**
 * The SMSCs in {@code /actuator/health/smsc}: UP while at least one is usable, otherwise UNBOUND. UNBOUND does not turn
 * the overall health DOWN, because files are loaded even while no SMSC can be reached.
 */
class SmscHealth implements HealthIndicator {

    /** No usable session with any SMSC: nothing can be sent now. */
    static final Status UNBOUND = new Status("UNBOUND");

    private final SmscControl control;

    SmscHealth(SmscControl control) {
        this.control = control;
    }

    @Override
    public Health health() {
        List<SmscCondition> conditions = control.conditions();
        Map<String, String> words = conditions.stream()
                .collect(Collectors.toMap(
                        SmscCondition::name, SmscCondition::words, (first, second) -> first, LinkedHashMap::new));
        return Health.status(control.bound() ? Status.UP : UNBOUND)
                .withDetail(
                        "smsc", conditions.stream().map(SmscCondition::address).collect(Collectors.joining(", ")))
                .withDetail("accounts", words)
                .build();
    }
}
