package pl.kurenda.ops.security;

import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;

/**
 * The login through OpenID Connect. Spring Boot's own properties would contact the provider when the daemon starts, and
 * the start would fail without it. Reminders must go out while a login server is down, so the provider is contacted at
 * the first login.
 */
final class OidcLogin implements ClientRegistrationRepository {
    /** Id of this login, for the link on the login page. */
    static final String ID = "oidc";

    private static final Logger LOG = LoggerFactory.getLogger(OidcLogin.class);

    private final OidcSettings settings;
    private final AtomicReference<ClientRegistration> found = new AtomicReference<>();

    OidcLogin(OidcSettings settings) {
        this.settings = settings;
    }

    /** Adds this login beside the form. */
    void addTo(HttpSecurity http) throws Exception {
        DefaultOAuth2AuthorizationRequestResolver requests = new DefaultOAuth2AuthorizationRequestResolver(
                this, OAuth2AuthorizationRequestRedirectFilter.DEFAULT_AUTHORIZATION_REQUEST_BASE_URI);
        requests.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        http.oauth2Login(login -> login.loginPage("/login")
                .defaultSuccessUrl("/")
                .clientRegistrationRepository(this)
                // the tokens end with the session; the provider is not contacted after the login
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .authorizationEndpoint(endpoint -> endpoint.authorizationRequestResolver(requests))
                .userInfoEndpoint(users -> users.oidcUserService(new OidcUsers(settings))));
    }

    @Override
    public ClientRegistration findByRegistrationId(String id) {
        if (!ID.equals(id)) {
            return null;
        }
        ClientRegistration known = found.get();
        return known == null ? ask() : known;
    }

    private ClientRegistration ask() {
        try {
            ClientRegistration registration = ClientRegistrations.fromIssuerLocation(settings.issuer())
                    .registrationId(ID)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .scope(settings.scopes())
                    .build();
            found.set(registration);
            return registration;
        } catch (RuntimeException e) {
            LOG.warn("The provider of kurenda.oidc.issuer cannot be asked: {}", e.getMessage());
            return null;
        }
    }
}
