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
 * Restricts what Jolokia, and so Hawtio, may do. Allowed: view routes and the JVM, and start, stop, suspend and resume
 * routes, sources and accounts. Refused: everything not listed here, such as showing a message (browse, trace, debug),
 * sending one, creating an endpoint or setting an attribute. Jolokia creates this object itself, so it has no
 * dependencies.
 */
public class JolokiaPolicy implements Restrictor {
    private static final String CAMEL = "org.apache.camel";
    private static final Set<String> READABLE = Set.of(CAMEL, KurendaMbeans.DOMAIN, "java.lang", "java.nio", "hawtio");
    private static final Set<RequestType> TYPES =
            Set.of(RequestType.READ, RequestType.LIST, RequestType.SEARCH, RequestType.VERSION, RequestType.EXEC);
    private static final Set<String> ON_ROUTES = Set.of("dumpRouteStatsAsXml", "isUpdateRouteEnabled()");

    /** Operations that change a route, with their names in the audit log. */
    private static final Map<String, String> NOTED = Map.of(
            "start", "ROUTE_STARTED",
            "start()", "ROUTE_STARTED",
            "stop", "ROUTE_STOPPED",
            "stop()", "ROUTE_STOPPED",
            "suspend", "ROUTE_SUSPENDED",
            "suspend()", "ROUTE_SUSPENDED",
            "resume", "ROUTE_RESUMED",
            "resume()", "ROUTE_RESUMED");

    // the variants of dumpRoutesAsXml with arguments replace placeholders with values, including passwords
    private static final Set<String> ON_CONTEXT = Set.of("dumpRoutesAsXml()", "dumpRoutesStatsAsXml");

    private static final Set<String> ON_OURS = Set.of("pause", "pause()", "resume", "resume()");

    // called before a button is shown; changes nothing
    private static final Set<String> ON_HAWTIO = Set.of("canInvoke(java.lang.String)", "canInvoke(java.util.Map)");

    /** Allows only POST, so that an address in a link or an image cannot stop a route. */
    @Override
    public boolean isHttpMethodAllowed(HttpMethod method) {
        return method == HttpMethod.POST;
    }

    /** Refuses WRITE, notifications and configuration. */
    @Override
    public boolean isTypeAllowed(RequestType type) {
        return TYPES.contains(type);
    }

    /**
     * Refuses attributes that may hold secrets: passwords in system properties and start arguments, or a message in the
     * last error of a route.
     */
    @Override
    public boolean isAttributeReadAllowed(ObjectName name, String attribute) {
        Set<String> secret = Set.of("SystemProperties", "InputArguments", "LastError");
        return !isObjectNameHidden(name) && !secret.contains(attribute);
    }

    @Override
    public boolean isAttributeWriteAllowed(ObjectName name, String attribute) {
        return false;
    }

    /**
     * Checks an operation. Jolokia asks right before it runs it. A change to a route is written to the audit log first;
     * if that fails, it is refused.
     */
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
     * Writes to the audit log of the application that received the request, because Jolokia knows no beans. Jolokia
     * checks the HTTP method after this call and looks up the route last. An operation that would fail there is refused
     * here and not logged.
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

    /** Allows all addresses; {@link SecurityConfiguration} decides who has access. */
    @Override
    public boolean isRemoteAccessAllowed(String... hostOrAddress) {
        return true;
    }

    /** Refuses reads of responses by other sites; {@link SameOriginMatcher} blocks their requests. */
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
