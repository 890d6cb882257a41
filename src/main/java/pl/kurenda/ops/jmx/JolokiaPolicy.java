package pl.kurenda.ops.jmx;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.management.ObjectName;
import org.jolokia.server.core.service.api.Restrictor;
import org.jolokia.server.core.util.HttpMethod;
import org.jolokia.server.core.util.RequestType;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.support.WebApplicationContextUtils;
import pl.kurenda.ledger.core.AuditLog;
import pl.kurenda.ops.security.SameOriginMatcher;
import pl.kurenda.ops.security.SecurityConfiguration;

/**
 * What may be done over Jolokia, that is, in Hawtio: look at routes and the JVM, and start, stop, suspend and resume
 * routes, sources and accounts. Nothing that shows a message (browse, trace, debug), sends one, makes an endpoint or sets an attribute.
 * Whatever is not named here is refused. Jolokia makes it by itself, so it has no dependencies.
 */
public class JolokiaPolicy implements Restrictor {
    private static final String CAMEL = "org.apache.camel";
    private static final Set<String> READABLE = Set.of(CAMEL, KurendaMbeans.DOMAIN, "java.lang", "java.nio", "hawtio");
    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);
    private static final Set<String> ON_ROUTES = Set.of("dumpRouteStatsAsXml", "isUpdateRouteEnabled()");

    /** What changes a route, and how it is called in the audit log. */
    private static final Map<String, String> NOTED = Map.of(
            "start", "ROUTE_STARTED",
            "start()", "ROUTE_STARTED",
            "stop", "ROUTE_STOPPED",
            "stop()", "ROUTE_STOPPED",
            "suspend", "ROUTE_SUSPENDED",
            "suspend()", "ROUTE_SUSPENDED",
            "resume", "ROUTE_RESUMED",
            "resume()", "ROUTE_RESUMED");

    // the variants of dumpRoutesAsXml with arguments put values in the place of placeholders: passwords
    private static final Set<String> ON_CONTEXT = Set.of("dumpRoutesAsXml()", "dumpRoutesStatsAsXml");

    private static final Set<String> ON_OURS = Set.of("pause", "pause()", "resume", "resume()");

    // asked before a button is shown; changes nothing
    private static final Set<String> ON_HAWTIO = Set.of("canInvoke(java.lang.String)", "canInvoke(java.util.Map)");

    /** Only POST: an address in a link or a picture must not be able to stop a route. */
    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.POST;
    }

    /** No WRITE, no notifications, no configuration. */
    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    /** System properties and start arguments can hold passwords, the last error of a route its message. */
    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        Set<String> secret = Set.of("SystemProperties", "InputArguments", "LastError");
        return !isObjectNameHidden(name) && !secret.contains(attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    /** Jolokia asks right before it does it. What is done to a route is noted before; what cannot be noted is not done. */
    @Override
    public boolean isOperationAllowed(ObjectName name, String operation) {
        String type = String.valueOf(name.getKeyProperty("type"));
        return switch (name.getDomain() + ":" + type) {
            case CAMEL + ":routes" ->
                ON_ROUTES.contains(operation) || NOTED.containsKey(operation) && noted(NOTED.get(operation), name);
            case CAMEL + ":context" -> ON_CONTEXT.contains(operation);
            case KurendaMbeans.DOMAIN + ":Source", KurendaMbeans.DOMAIN + ":Smsc" -> ON_OURS.contains(operation);
            case "hawtio:security" -> ON_HAWTIO.contains(operation);
            default -> false;
        };
    }

    /**
     * The audit log is that of the application which the request came to; Jolokia knows no beans. It asks for the method
     * of HTTP only after this, and looks for the route last: what will not be done is refused here, and not noted.
     */
    private static boolean noted(String action, ObjectName route) {
        if (!(RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes request)
                || !"POST".equals(request.getRequest().getMethod())
                || !ManagementFactory.getPlatformMBeanServer().isRegistered(route)) {
            return false;
        }
        WebApplicationContext beans = WebApplicationContextUtils.getRequiredWebApplicationContext(
                request.getRequest().getServletContext());
        String name = route.getKeyProperty("name");
        new SwitchAudit(beans.getBean(AuditLog.class))
                .note(action, name.startsWith("\"") ? ObjectName.unquote(name) : name);
        return true;
    }

    /** Who may come at all is {@link SecurityConfiguration}'s decision. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** No other site may read answers; {@link SameOriginMatcher} keeps its requests away. */
    @Override
    public boolean isOriginAllowed(String origin, boolean strict) {
        return strict;
    }

    @Override
    public boolean isObjectNameHidden(ObjectName name) {
        String type = String.valueOf(name.getKeyProperty("type")).toLowerCase(Locale.ROOT);
        return !READABLE.contains(name.getDomain()) || type.contains("trace") || type.contains("debug");
    }
}
