package pl.kurenda.ops.security;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.stereotype.Component;
import pl.kurenda.ledger.core.AuditLog;

/**
 * Records logins, logouts and failed logins. A tool that sends its password with each request (HTTP basic) is recorded
 * only when it fails; otherwise each scrape of the metrics would add a row. Attempts refused during a lockout are not
 * recorded, because they would fill the table.
 */
@Component
public class LoginAudit {
    private final AuditLog audit;
    private final UserDetailsService users;
    private final BestEffortWrites database;

    LoginAudit(AuditLog audit, UserDetailsService users, BestEffortWrites database) {
        this.audit = audit;
        this.users = users;
        this.database = database;
    }

    @EventListener
    void in(InteractiveAuthenticationSuccessEvent event) {
        note(event.getAuthentication().getName(), "LOGIN", event.getAuthentication());
    }

    @EventListener
    void out(LogoutSuccessEvent event) {
        note(event.getAuthentication().getName(), "LOGOUT", event.getAuthentication());
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        Authentication asked = event.getAuthentication();
        if (!(event instanceof AuthenticationFailureLockedEvent)) {
            note(known(asked.getName()), "LOGIN_FAILED", asked);
        }
    }

    /** Returns the name if a user has it. Any other name is hidden: it may be a password typed into the wrong field. */
    private String known(String name) {
        try {
            return users.loadUserByUsername(name).getUsername();
        } catch (UsernameNotFoundException e) {
            return "?";
        }
    }

    private void note(String who, String action, Authentication whence) {
        database.attempt(
                action + " in the audit log",
                () -> audit.note(who, action, ThrottledAuthenticationProvider.address(whence), null));
    }
}
