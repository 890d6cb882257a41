package pl.kurenda.ops.jmx;

import org.springframework.jmx.export.annotation.ManagedAttribute;
import org.springframework.jmx.export.annotation.ManagedOperation;
import org.springframework.jmx.export.annotation.ManagedResource;
import pl.kurenda.intake.source.SourceControl;

/** A source, for Hawtio. */
@ManagedResource(description = "A source on this node; a pause ends with the process")
public class ManagedSource {
    private final String name;
    private final SourceControl control;
    private final SwitchAudit audit;

    ManagedSource(String name, SourceControl control, SwitchAudit audit) {
        this.name = name;
        this.control = control;
        this.audit = audit;
    }

    /** Whether exports are being picked up. */
    @ManagedAttribute(description = "whether exports are being taken")
    public boolean isTaking() {
        return control.running(name);
    }

    /** Written to the audit log first. */
    @ManagedOperation(description = "leaves exports where they are; what is loaded goes on being sent")
    public void pause() {
        audit.note("SOURCE_PAUSED", name);
        control.pause(name);
    }

    /** Written to the audit log first. */
    @ManagedOperation(description = "takes exports again")
    public void resume() {
        audit.note("SOURCE_RESUMED", name);
        control.resume(name);
    }
}
