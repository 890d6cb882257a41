package pl.kurenda.ops;

import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;

/** A source, for Hawtio. */
@ManagedResource(description = "A source on this node; a pause ends with the process")
public class ManagedSource {
    private final String name;
    private final Switches switches;
    private final SwitchAudit audit;

    ManagedSource(String name, Switches switches, SwitchAudit audit) {
        this.name = name;
        this.switches = switches;
        this.audit = audit;
    }

    /** Whether exports are being taken. */
    @ManagedAttribute(description = "whether exports are being taken")
    public boolean isTaking() {
        return switches.taking(name);
    }

    /** Noted before it is done. */
    @ManagedOperation(description = "leaves exports where they are; what is loaded goes on being sent")
    public void pause() {
        audit.note("SOURCE_PAUSED", name);
        switches.take(name, false);
    }

    /** Noted before it is done. */
    @ManagedOperation(description = "takes exports again")
    public void resume() {
        audit.note("SOURCE_RESUMED", name);
        switches.take(name, true);
    }
}
