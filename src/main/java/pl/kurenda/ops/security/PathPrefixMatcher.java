package pl.kurenda.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches an address and everything below it, whichever servlet serves it. Spring's own patterns ignore the servlet
 * path and so miss Jolokia, which has its own servlet.
 *
 * @param path starts with a slash and does not end with one
 */
record PathPrefixMatcher(String path) implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String info = request.getPathInfo();
        String asked = info == null ? request.getServletPath() : request.getServletPath() + info;
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
