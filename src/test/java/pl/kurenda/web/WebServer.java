package pl.kurenda.web;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import pl.kurenda.DatabaseFixture;

/** The real server on its own port; the tests that extend this class share one. */
@SpringBootTest(
        classes = WebTestApplication.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "kurenda.admin.password=secret",
            "camel.main.routes-include-pattern=classpath:ops-routes/*.camel.yaml",
            "kurenda.demo=true",
            "kurenda.home=target/web-home"
        })
abstract class WebServer {
    @Autowired
    TestRestTemplate http;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DatabaseFixture::url);
        registry.add("spring.datasource.username", () -> "root");
        registry.add("kurenda.oidc.issuer", OpenIdProviderFixture.INSTANCE::issuer);
        registry.add("kurenda.oidc.client-id", () -> "kurenda");
        registry.add("kurenda.oidc.client-secret", () -> "s3cret");
        registry.add("kurenda.oidc.roles-claim", () -> "groups");
        registry.add("kurenda.oidc.roles.clerk", () -> "desk");
    }
}
