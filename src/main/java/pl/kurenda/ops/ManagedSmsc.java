package pl.kurenda.ops;

import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;

/** An account at an SMSC, for Hawtio. */
@ManagedResource(description = "An account at an SMSC, on this node; a pause ends with the process")
public class ManagedSmsc {
    private final String name;
    private final Switches switches;
    private final SwitchAudit audit;

    ManagedSmsc(String name, Switches switches, SwitchAudit audit) {
        this.name = name;
        this.switches = switches;
        this.audit = audit;
    }

    /** In words. */
    @ManagedAttribute(
            description =
                    "bound, unbound, slowed, paused, paused by hand, does not answer, or refuses everything and why")
    public String getState() {
        return switches.condition(name);
    }

    /** Reminders. */
    @ManagedAttribute(description = "reminders in flight or about to be, up to twice the window")
    public int getInHand() {
        return switches.inHand(name);
    }

    /** Noted before it is done. */
    @ManagedOperation(description = "submits nothing more; what is in flight is waited for, receipts come in")
    public void pause() {
        audit.note("SMSC_PAUSED", name);
        switches.use(name, false);
    }

    /** Noted before it is done. */
    @ManagedOperation(description = "submits again")
    public void resume() {
        audit.note("SMSC_RESUMED", name);
        switches.use(name, true);
    }
}
