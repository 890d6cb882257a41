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
 * Users as a provider tells them, each with a mark before the name, so that the audit log never takes one for a user of the
 * settings, whose names have no colon; with the roles that the settings give them; who has none of ours does not
 * come in.
 */
final class OidcUsers implements OAuth2UserService<OidcUserRequest, OidcUser> {
    private static final OAuth2Error NO_ROLE = new OAuth2Error("access_denied", "a user without a role of ours", null);

    /** Before the name of each. */
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

    /** Under a name that no user of the settings can have. */
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

    /** A claim whose own name has dots is taken before what the name would lead to. */
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
