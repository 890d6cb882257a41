package pl.kurenda.ops;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jmx.export.annotation.AnnotationMBeanExporter;
import org.springframework.jmx.support.RegistrationPolicy;
import pl.kurenda.ledger.AuditLog;
import pl.kurenda.ledger.Backlog;

/**
 * Kurenda's own MBeans: {@code pl.kurenda:type=Queue}, {@code type=Source} and {@code type=Smsc}, each with its name. They
 * hold nothing of a person; {@link JolokiaPolicy} says what may be called.
 */
public final class KurendaMbeans implements SmartInitializingSingleton, DisposableBean {
    static final String DOMAIN = "pl.kurenda";

    private final AnnotationMBeanExporter exporter = new AnnotationMBeanExporter();
    private final Backlog backlog;
    private final Switches switches;
    private final SwitchAudit audit;
    private final Clock clock;

    /** Registers when all beans are there. */
    public KurendaMbeans(Backlog backlog, Switches switches, AuditLog audit, Clock clock) {
        this.backlog = backlog;
        this.switches = switches;
        this.audit = new SwitchAudit(audit);
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        exporter.setServer(ManagementFactory.getPlatformMBeanServer());
        // several contexts in one process, as in tests, have MBeans of the same names
        exporter.setRegistrationPolicy(RegistrationPolicy.REPLACE_EXISTING);
        exporter.registerManagedResource(new ManagedQueue(backlog, clock), name("type=Queue"));
        switches.sources()
                .forEach(source -> exporter.registerManagedResource(
                        new ManagedSource(source, switches, audit), name("type=Source,name=" + quoted(source))));
        switches.accounts()
                .forEach(account -> exporter.registerManagedResource(
                        new ManagedSmsc(account, switches, audit), name("type=Smsc,name=" + quoted(account))));
    }

    @Override
    public void destroy() {
        exporter.destroy();
    }

    /** Only where a name has signs that mean something: quoted names are harder to read. */
    private static String quoted(String name) {
        return name.matches("[A-Za-z0-9._-]+") ? name : ObjectName.quote(name);
    }

    private static ObjectName name(String keys) {
        try {
            return new ObjectName(DOMAIN + ":" + keys);
        } catch (MalformedObjectNameException e) {
            throw new IllegalStateException("a name that was quoted", e);
        }
    }
}
