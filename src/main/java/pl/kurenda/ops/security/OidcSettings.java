package pl.kurenda.ops.security;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Login through OpenID Connect, if an issuer is set ({@code kurenda.oidc.…}).
 *
 * @param issuer address under which {@code /.well-known/openid-configuration} is found; empty: no such login
 * @param clientId client id registered with the provider
 * @param clientSecret client secret
 * @param scopes requested scopes; default {@code openid}
 * @param nameClaim claim with the user's name for the audit log; {@code sub} if the claim is missing
 * @param rolesClaim claim with the user's roles or groups; a name with dots is a path into objects
 * @param roles Kurenda's roles, each with its values of that claim; a role without values uses its own name
 */
@ConfigurationProperties("kurenda.oidc")
public record OidcSettings(
        @DefaultValue("") String issuer,
        @DefaultValue("") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("openid") List<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<String, List<String>> roles) {

    public OidcSettings {
        roles = roles.entrySet().stream().collect(Collectors.toMap(e -> role(e.getKey()), Map.Entry::getValue));
        if (!issuer.isBlank()
                && (!issuer.matches("https?://[^\\s?#]+") || URI.create(issuer).getHost() == null)) {
            throw new IllegalArgumentException("kurenda.oidc.issuer is '" + issuer
                    + "'; allowed is the address of a provider such as https://login.gmina.example/realms/urzad");
        }
        if (!issuer.isBlank() && (clientId.isBlank() || clientSecret.isBlank())) {
            throw new IllegalArgumentException(
                    "kurenda.oidc.client-id or kurenda.oidc.client-secret is empty; allowed is"
                            + " what the provider of kurenda.oidc.issuer gave for this client");
        }
    }

    private static String role(String key) {
        String role = key.toUpperCase(Locale.ROOT);
        if (Arrays.stream(Role.values()).noneMatch(known -> known.name().equals(role))) {
            throw new IllegalArgumentException(
                    "kurenda.oidc.roles." + key + " is no role; allowed are " + Arrays.toString(Role.values()));
        }
        return role;
    }

    /** Whether this login is configured. */
    boolean wanted() {
        return !issuer.isBlank();
    }

    /** Returns the claim values that give the role. */
    List<String> values(Role role) {
        return roles.isEmpty() ? List.of(role.name()) : roles.getOrDefault(role.name(), List.of());
    }

    /** Leaves out the secret. */
    @Override
    public String toString() {
        return "OidcSettings[issuer=" + issuer + "]";
    }
}
