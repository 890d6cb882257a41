package pl.kurenda.ops.jmx;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jmx.export.annotation.AnnotationMBeanExporter;
import org.springframework.jmx.support.RegistrationPolicy;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.smsc.SmscCondition;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceControl;
import pl.kurenda.intake.source.Sources;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ledger.read.Backlog;

/**
 * Kurenda's own MBeans: {@code pl.kurenda:type=Queue}, {@code type=Source} and {@code type=Smsc}, the last two with a
 * name. They hold no personal data. {@link JolokiaPolicy} lists the operations that may be called.
 */
@Component
final class KurendaMbeans implements SmartInitializingSingleton, DisposableBean {
    static final String DOMAIN = "pl.kurenda";

    private final AnnotationMBeanExporter exporter = new AnnotationMBeanExporter();
    private final Backlog backlog;
    private final Sources sources;
    private final SourceControl sourceControl;
    private final SmscControl smscControl;
    private final SwitchAudit audit;
    private final Clock clock;

    KurendaMbeans(
            Backlog backlog,
            Sources sources,
            SourceControl sourceControl,
            SmscControl smscControl,
            AuditLog audit,
            Clock clock) {
        this.backlog = backlog;
        this.sources = sources;
        this.sourceControl = sourceControl;
        this.smscControl = smscControl;
        this.audit = new SwitchAudit(audit);
        this.clock = clock;
    }

    /** Registers the MBeans once all beans exist. */
    @Override
    public void afterSingletonsInstantiated() {
        exporter.setServer(ManagementFactory.getPlatformMBeanServer());
        // several contexts in one process, as in tests, use the same names
        exporter.setRegistrationPolicy(RegistrationPolicy.REPLACE_EXISTING);
        exporter.registerManagedResource(new ManagedQueue(backlog, clock), name("type=Queue"));
        sources.all().stream()
                .map(Source::name)
                .forEach(source -> exporter.registerManagedResource(
                        new ManagedSource(source, sourceControl, audit), name("type=Source,name=" + quoted(source))));
        smscControl.conditions().stream()
                .map(SmscCondition::name)
                .forEach(account -> exporter.registerManagedResource(
                        new ManagedSmsc(account, smscControl, audit), name("type=Smsc,name=" + quoted(account))));
    }

    @Override
    public void destroy() {
        exporter.destroy();
    }

    /**
     * Quotes a name only if it has characters with a special meaning in an object name, because quoted names are harder
     * to read.
     */
    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9._-]+") ? name : ObjectName.quote(name);
    }

    private static ObjectName name(String keys) {
        try {
            return new ObjectName(DOMAIN + ":" + keys);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("a quoted name is not valid", e);
        }
    }
}
