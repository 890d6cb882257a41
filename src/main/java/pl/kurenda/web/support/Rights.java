package pl.kurenda.web.support;

import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.WebInvocationPrivilegeEvaluator;

/**
 * What the reader of a page may do. It uses the same rules that check the request later, so a page shows no link or
 * button that would be refused.
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

    /** Whether the reader may open the page. */
    public boolean see(String path) {
        return rules.isAllowed(context, path, "GET", reader);
    }

    /** Whether the reader may send a form to this path. */
    public boolean send(String path) {
        return rules.isAllowed(context, path, "POST", reader);
    }
}
