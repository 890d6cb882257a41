package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Login as a browser does it, behind a proxy with TLS and without one; each visitor has its own address. */
class LoginTest extends WebServer {
    @Autowired
    private JdbcTemplate sql;

    @Test
    void theSessionIsNewAndItsCookieIsForOurServerAlone() throws IOException, InterruptedException {
        Visitor visitor = visitor("198.51.100.1", "http");
        String before = cookie(visitor.get("/login"));
        HttpResponse<String> answer = visitor.login("admin", "secret");
        assertThat(answer.headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("error"));
        assertThat(cookie(answer)).contains("HttpOnly", "SameSite=Lax").doesNotContain("Secure");
        assertThat(id(cookie(answer))).isNotEqualTo(id(before));
        assertThat(visitor.get("/").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/").headers().firstValue("strict-transport-security"))
                .isEmpty();
    }

    @Test
    void behindAProxyWithTlsTheCookieIsSecureAndTheBrowserIsToldToStayThere() throws IOException, InterruptedException {
        Visitor visitor = visitor("198.51.100.2", "https");
        HttpResponse<String> page = visitor.get("/login");
        assertThat(cookie(page)).contains("Secure", "HttpOnly", "SameSite=Lax");
        assertThat(page.headers().firstValue("strict-transport-security"))
                .hasValueSatisfying(age -> assertThat(age).startsWith("max-age=31536000"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/messages", "/files", "/opt-outs", "/unknown", "/reports", "/login", "/nothing"})
    void pagesAreNotKeptNotFramedAndHoldNoScriptOfTheirOwn(String path) throws IOException, InterruptedException {
        Visitor visitor = visitor("198.51.100.3", "http");
        visitor.login("admin", "secret");
        HttpResponse<String> page = visitor.get(path);
        assertThat(header(page, "cache-control")).contains("no-store");
        assertThat(header(page, "content-security-policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(page, "x-frame-options")).isEqualTo("DENY");
        assertThat(header(page, "x-content-type-options")).isEqualTo("nosniff");
        assertThat(header(page, "referrer-policy")).isEqualTo("same-origin");
        assertThat(header(page, "permissions-policy")).contains("camera=()");
        assertThat(page.body())
                .doesNotContainPattern("<script(?![^>]*src=)[^>]*>\\s*\\S")
                .doesNotContainPattern("<[^>]+\\s(style|on[a-z]+)=")
                .doesNotContain("<style", "javascript:");
    }

    @Test
    void whoTriesPasswordsHasToWaitEvenWithTheRightOne() throws IOException, InterruptedException {
        Visitor guesser = visitor("203.0.113.7", "http");
        for (int i = 0; i < 6; i++) {
            assertThat(fails(guesser.login("admin", "guess" + i))).isTrue();
        }
        assertThat(fails(guesser.login("admin", "secret")))
                .as("right, but it is not looked at")
                .isTrue();
        assertThat(fails(visitor("203.0.113.8", "http").login("admin", "secret")))
                .as("from elsewhere")
                .isFalse();
        assertThat(noted("LOGIN_FAILED", "203.0.113.7")).containsOnly("admin").hasSize(6);
        assertThat(noted("LOGIN", "203.0.113.8")).containsExactly("admin");
    }

    @Test
    void tryingManyUsersFromOneAddressIsStopped() throws IOException, InterruptedException {
        Visitor guesser = visitor("203.0.113.9", "http");
        for (int i = 0; i < 21; i++) {
            guesser.login("user" + i, "guess");
        }
        assertThat(fails(guesser.login("admin", "secret"))).isTrue();
        assertThat(noted("LOGIN_FAILED", "203.0.113.9"))
                .as("what was typed may be a password")
                .containsOnly("?");
    }

    @Test
    void loggingOutIsNotedAndEndsTheSession() throws IOException, InterruptedException {
        Visitor visitor = visitor("198.51.100.4", "http");
        visitor.login("admin", "secret");
        visitor.post("/logout", visitor.csrf("/"));
        assertThat(noted("LOGOUT", "198.51.100.4")).containsExactly("admin");
        assertThat(visitor.get("/").headers().firstValue("location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
    }

    private Visitor visitor(String address, String scheme) {
        return new Visitor(http.getRootUri(), address, scheme);
    }

    private List<String> noted(String action, String address) {
        return sql.queryForList(
                "select who from audit_log where action = ? and object = ?", String.class, action, address);
    }

    private static boolean fails(HttpResponse<String> login) {
        return header(login, "location").contains("error");
    }

    private static String header(HttpResponse<String> page, String name) {
        return page.headers().firstValue(name).orElse("");
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie").stream()
                .filter(cookie -> cookie.startsWith("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    private static String id(String cookie) {
        return cookie.substring(0, cookie.indexOf(';'));
    }
}
