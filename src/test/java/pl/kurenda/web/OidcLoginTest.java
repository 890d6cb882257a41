package pl.kurenda.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Login through a provider, configured with properties alone. */
class OidcLoginTest extends WebServer {
    private static final OpenIdProviderFixture PROVIDER = OpenIdProviderFixture.INSTANCE;

    @Autowired
    private JdbcTemplate sql;

    @AfterEach
    void honest() {
        PROVIDER.forged = false;
    }

    @Test
    void aClerkOfTheProviderIsOneHere() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(http.getRootUri(), "198.51.100.21", "http");
        assertThat(visitor.get("/login").body()).contains("href=\"/oauth2/authorization/oidc\"");
        HttpResponse<String> answer = login(visitor, "ewa", List.of("staff", "desk"));
        assertThat(location(answer)).doesNotContain("error");
        assertThat(visitor.get("/messages").statusCode()).isEqualTo(200);
        assertThat(visitor.get("/actuator/info").statusCode())
                .as("and no administrator")
                .isEqualTo(403);
        assertThat(PROVIDER.asked())
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("nonce", "state");
        assertThat(sql.queryForList(
                        "select who from audit_log where action = 'LOGIN' and object = '198.51.100.21'", String.class))
                .as("told from a user of the settings")
                .containsExactly("oidc:ewa");
    }

    @Test
    void whoHasNoRoleOfOursDoesNotComeIn() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(http.getRootUri(), "198.51.100.22", "http");
        assertThat(location(login(visitor, "jan", List.of("staff", "CLERK", "ADMIN"))))
                .contains("/login?error");
        assertThat(location(visitor.get("/"))).endsWith("/login");
        assertThat(sql.queryForObject(
                        "select count(*) from audit_log where action = 'LOGIN_FAILED' and object = '198.51.100.22'",
                        Integer.class))
                .isOne();
    }

    @Test
    void aTokenThatAnotherSignedIsWorthNothing() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(http.getRootUri(), "198.51.100.23", "http");
        PROVIDER.forged = true;
        assertThat(location(login(visitor, "ewa", List.of("desk")))).contains("/login?error");
        assertThat(location(visitor.get("/"))).endsWith("/login");
    }

    @Test
    void anAnswerThatNobodyAskedForIsWorthNothing() throws IOException, InterruptedException {
        Visitor visitor = new Visitor(http.getRootUri(), "198.51.100.24", "http");
        assertThat(location(visitor.get("/login/oauth2/code/oidc?code=c&state=s")))
                .contains("/login?error");
    }

    private static HttpResponse<String> login(Visitor visitor, String user, List<String> groups)
            throws IOException, InterruptedException {
        PROVIDER.user = user;
        PROVIDER.groups = groups;
        String provider = location(visitor.get("/oauth2/authorization/oidc"));
        assertThat(provider).startsWith(PROVIDER.issuer() + "/authorize?");
        return visitor.get(location(visitor.get(provider)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("");
    }
}
