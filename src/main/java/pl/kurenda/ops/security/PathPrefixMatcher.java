package pl.kurenda.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Matches an address and all below it, whichever servlet serves it. Spring's own patterns leave the servlet's path out
 * of the comparison and so miss Jolokia, whose servlet is not Spring's.
 *
 * @param path begins with a slash and does not end with one
 */
record PathPrefixMatcher(String path) implements RequestMatcher {

    @Override
    public boolean matches(HttpServletRequest request) {
        String info = request.getPathInfo();
        String asked = info == null ? request.getServletPath() : request.getServletPath() + info;
        return asked.equals(path) || asked.startsWith(path + "/");
    }
}
