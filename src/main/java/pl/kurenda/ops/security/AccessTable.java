package pl.kurenda.ops.security;

import static pl.kurenda.ops.security.Role.ADMIN;
import static pl.kurenda.ops.security.Role.AUDITOR;
import static pl.kurenda.ops.security.Role.CLERK;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Lists who may do what on the pages. Only the administrator may do what no line allows. */
final class AccessTable {
    private static final Set<Role> ALL = EnumSet.allOf(Role.class);
    private static final Set<Role> PERSONAL = EnumSet.of(ADMIN, CLERK, AUDITOR);
    private static final Set<Role> AUDITS = EnumSet.of(ADMIN, AUDITOR);
    private static final Set<Role> DECIDES = EnumSet.of(ADMIN, CLERK);

    /** The first matching line decides. */
    static final List<Line> LINES = List.of(
            get("/", ALL),
            get("/today/**", ALL),
            get("/reports/**", ALL),
            get("/effect/**", ALL),
            get("/api/openapi", ALL),
            get("/api/openapi.yaml", ALL),
            // the reply contains whole rows
            get("/files/{id}/rejected", DECIDES),
            post("/files/{id}/decision", DECIDES),
            get("/files/**", ALL),
            // texts and names of residents
            get("/messages", PERSONAL),
            post("/messages", PERSONAL),
            get("/messages/{id}", PERSONAL),
            post("/messages/{id}/phone", DECIDES),
            post("/messages/{id}/decision", DECIDES),
            get("/audit/**", AUDITS),
            get("/unknown", ALL),
            post("/unknown", DECIDES),
            get("/opt-outs", PERSONAL),
            post("/opt-outs", DECIDES),
            post("/opt-outs/{id}/removal", DECIDES));

    private static final List<String> OPEN =
            List.of("/login", "/web/kurenda.css", "/web/pages.css", "/web/icon.svg", "/web/*.js", "/webjars/**");

    private AccessTable() {}

    /** What everyone may see: the login page and the styles. */
    static Stream<RequestMatcher> open() {
        // Matchers that Spring makes from plain strings first look for a servlet, which is missing when a page asks
        // whether a link would work.
        return OPEN.stream().map(PathPatternRequestMatcher.withDefaults()::matcher);
    }

    private static Line get(String path, Set<Role> roles) {
        return new Line(HttpMethod.GET, path, roles);
    }

    private static Line post(String path, Set<Role> roles) {
        return new Line(HttpMethod.POST, path, roles);
    }

    /**
     * A line of the table.
     *
     * @param method method of the request
     * @param path a pattern in Spring's syntax
     * @param roles roles of which the user needs one
     */
    record Line(HttpMethod method, String path, Set<Role> roles) {
        RequestMatcher matcher() {
            return PathPatternRequestMatcher.withDefaults().matcher(method, path);
        }

        String[] names() {
            return roles.stream().map(Role::name).toArray(String[]::new);
        }
    }
}
