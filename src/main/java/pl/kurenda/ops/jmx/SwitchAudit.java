package pl.kurenda.ops.jmx;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import pl.kurenda.ledger.core.AuditLog;

/**
 * Records who switched what: the logged-in user, or {@code jmx} for someone with the rights of the process on its
 * machine.
 */
final class SwitchAudit {
    private static final Logger LOG = LoggerFactory.getLogger(SwitchAudit.class);
    private static final String BY_JMX = "jmx";

    private final AuditLog audit;

    SwitchAudit(AuditLog audit) {
        this.audit = audit;
    }

    void note(String action, String object) {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        String who = person == null ? BY_JMX : person.getName();
        audit.note(who, action, object, null);
        LOG.warn("{} {} by {}, on this node until it ends", action, object, who);
    }
}
