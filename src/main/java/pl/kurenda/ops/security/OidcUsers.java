package pl.kurenda.ops.security;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/**
 * Loads users from the provider, with the roles that the settings give them. Each name has a prefix with a colon, which
 * names in the settings cannot have, so that the audit log does not confuse the two. A user without any of Kurenda's
 * roles cannot log in.
 */
final class OidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private static final OAuth2Error NO_ROLE = new OAuth2Error("access_denied", "a user without a role of ours", null);

    /** Prefix of each name. */
    static final String MARK = "oidc:";

    private final OidcUserService provider = new OidcUserService();
    private final OidcSettings settings;

    OidcUsers(OidcSettings settings) {
        this.settings = settings;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser user = provider.loadUser(request);
        List<GrantedAuthority> roles = roles(user.getClaims());
        if (roles.isEmpty()) {
            throw new OAuth2AuthenticationException(NO_ROLE);
        }
        boolean named = user.getClaims().get(settings.nameClaim()) instanceof String name && !name.isBlank();
        return new Marked(roles, user, named ? settings.nameClaim() : "sub");
    }

    /** A user under a name that no user of the settings can have. */
    private static final class Marked extends DefaultOidcUser {
        private static final long serialVersionUID = 1L;

        Marked(List<GrantedAuthority> roles, OidcUser user, String nameClaim) {
            super(roles, user.getIdToken(), user.getUserInfo(), nameClaim);
        }

        @Override
        public String getName() {
            return MARK + super.getName();
        }
    }

    List<GrantedAuthority> roles(Map<String, Object> claims) {
        List<String> told = told(claims);
        return Arrays.stream(Role.values())
                .filter(role -> settings.values(role).stream().anyMatch(told::contains))
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    /** Returns the roles in the claims. A claim whose own name contains dots takes precedence over the path. */
    private List<String> told(Map<String, Object> claims) {
        Object claim = claims.get(settings.rolesClaim());
        if (claim == null) {
            claim = claims;
            for (String step : settings.rolesClaim().split("\\.")) {
                claim = claim instanceof Map<?, ?> object ? object.get(step) : null;
            }
        }
        if (claim instanceof Collection<?> several) {
            return several.stream().map(String::valueOf).toList();
        }
        return claim instanceof String one ? List.of(one.split("[ ,]+")) : List.of();
    }
}
