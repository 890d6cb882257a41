package pl.kurenda.ops.jmx;

import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;

/** An account at an SMSC, for Hawtio. */
@ManagedResource(description = "An account at an SMSC, on this node; a pause ends with the process")
public class ManagedSmsc {
    private final String name;
    private final SmscControl control;
    private final SwitchAudit audit;

    ManagedSmsc(String name, SmscControl control, SwitchAudit audit) {
        this.name = name;
        this.control = control;
        this.audit = audit;
    }

    /** In words. */
    @ManagedAttribute(
            description =
                    "bound, unbound, slowed, paused, paused by hand, does not answer, or refuses everything and why")
    public String getState() {
        return control.conditions().stream()
                .filter(condition -> condition.name().equals(name))
                .map(SmscCondition::words)
                .findFirst()
                .orElse("");
    }

    /** Reminders. */
    @ManagedAttribute(description = "reminders in flight or about to be, up to twice the window")
    public int getInHand() {
        return control.inHand(name);
    }

    /** Written to the audit log first. */
    @ManagedOperation(description = "submits nothing more; what is in flight is waited for, receipts come in")
    public void pause() {
        audit.note("SMSC_PAUSED", name);
        control.pause(name);
    }

    /** Written to the audit log first. */
    @ManagedOperation(description = "submits again")
    public void resume() {
        audit.note("SMSC_RESUMED", name);
        control.resume(name);
    }
}
