package pl.kurenda.ops.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.core.GrantedAuthority;

class OidcSettingsTest {
    private static final String ISSUER = "https://login.gmina.example/realms/urzad";

    @Test
    void withoutAnIssuerThereIsNoSuchLogin() {
        assertThat(bind(Map.of("other", "x")).wanted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "issuer | login.gmina.example | kurenda.oidc.issuer is 'login.gmina.example'; allowed is",
                "client-secret | '' | kurenda.oidc.client-id or kurenda.oidc.client-secret is empty; allowed is",
                "roles.boss | x | kurenda.oidc.roles.boss is no role; allowed are [ADMIN, CLERK, FINANCE, AUDITOR"
            })
    void aWrongOneIsTold(String key, String value, String sentence) {
        assertThatThrownBy(() -> bind(with("kurenda.oidc." + key, value)))
                .rootCause()
                .hasMessageStartingWith(sentence);
    }

    @Test
    void theSecretIsNotShown() {
        assertThat(bind(with("x", "y")).toString()).doesNotContain("s3cret");
    }

    @Test
    void withoutAMappingARoleIsToldByItsName() {
        OidcUsers users = new OidcUsers(bind(with("x", "y")));
        assertThat(roles(users, Map.of("roles", List.of("CLERK", "else", "FINANCE"))))
                .containsExactly("ROLE_CLERK", "ROLE_FINANCE");
        assertThat(roles(users, Map.of("roles", "CLERK AUDITOR"))).containsExactly("ROLE_CLERK", "ROLE_AUDITOR");
        assertThat(roles(users, Map.of("roles", 7))).isEmpty();
        assertThat(roles(users, Map.of())).isEmpty();
    }

    @Test
    void withOneTheNameAloneGivesNothing() {
        Map<String, Object> settings = with("kurenda.oidc.roles-claim", "realm_access.roles");
        settings.put("kurenda.oidc.roles.admin", "it, it-night");
        settings.put("kurenda.oidc.roles.CLERK", "desk");
        OidcUsers users = new OidcUsers(bind(settings));
        assertThat(roles(users, Map.of("realm_access", Map.of("roles", List.of("it-night", "desk")))))
                .containsExactly("ROLE_ADMIN", "ROLE_CLERK");
        assertThat(roles(users, Map.of("realm_access", Map.of("roles", List.of("ADMIN", "FINANCE")))))
                .isEmpty();
        assertThat(roles(users, Map.of("realm_access", "it"))).isEmpty();
        assertThat(roles(users, Map.of("realm_access.roles", List.of("it")))).containsExactly("ROLE_ADMIN");
    }

    private static List<String> roles(OidcUsers users, Map<String, Object> claims) {
        return users.roles(claims).stream().map(GrantedAuthority::getAuthority).toList();
    }

    private static Map<String, Object> with(String key, String value) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "kurenda.oidc.issuer",
                ISSUER,
                "kurenda.oidc.client-id",
                "kurenda",
                "kurenda.oidc.client-secret",
                "s3cret"));
        settings.put(key, value);
        return settings;
    }

    private static OidcSettings bind(Map<String, Object> settings) {
        return new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("kurenda.oidc", OidcSettings.class);
    }
}
