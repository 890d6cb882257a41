package pl.kurenda.web.support;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * What the reader of a page may do, asked of the rules that will be asked again when it is done: a page shows no link
 * and no button that would be refused.
 */
final class Rights {
    private final WebInvocationPrivilegeEvaluator rules;
    private final String context;
    private final Authentication reader;

    Rights(WebInvocationPrivilegeEvaluator rules, String context, Authentication reader) {
        this.rules = rules;
        this.context = context;
        this.reader = reader;
    }

    /** Whether the page can be read. */
    public boolean see(String path) {
        return rules.isAllowed(context, path, "GET", reader);
    }

    /** Whether a form can be sent there. */
    public boolean send(String path) {
        return rules.isAllowed(context, path, "POST", reader);
    }
}
