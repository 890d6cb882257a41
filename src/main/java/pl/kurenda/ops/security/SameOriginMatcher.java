package pl.kurenda.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches a request that does not come from a page of another site. It replaces the CSRF token, which Jolokia's clients
 * do not send. Tools send neither of the headers and are allowed.
 */
public class SameOriginMatcher implements RequestMatcher {
    private static final Set<String> OURS = Set.of("same-origin", "none");

    @Override
    public boolean matches(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        return (site == null || OURS.contains(site)) && sameHost(request, request.getHeader("Origin"));
    }

    // for cookies, another port of the same machine is the same site, but it is not the same origin; a proxy may put
    // the host from the browser into X-Forwarded-Host, which a page of another site cannot set
    private static boolean sameHost(HttpServletRequest request, String origin) {
        if (origin == null) {
            return true;
        }
        try {
            String asked = URI.create(origin).getAuthority();
            return Stream.of("Host", "X-Forwarded-Host")
                    .anyMatch(header -> asked != null && asked.equalsIgnoreCase(request.getHeader(header)));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
