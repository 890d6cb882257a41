package pl.kurenda.ops.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationFilter;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.transaction.TransactionException;
import pl.kurenda.ledger.vendor.ApiGrant;
import pl.kurenda.ledger.vendor.ApiGrant.Scope;
import pl.kurenda.ledger.vendor.ApiTokens;

/**
 * Security of the vendor API: a bearer token with each request, no session and no cookie, so no CSRF protection. People
 * use it only to read the API description, with their own login.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ApiSettings.class)
class ApiSecurityConfiguration {
    private static final String V1 = "/api/v1";
    private static final Duration RETRY = Duration.ofSeconds(10);
    private static final RequestMatcher DESCRIPTION =
            new OrRequestMatcher(new PathPrefixMatcher("/api/openapi"), new PathPrefixMatcher("/api/openapi.yaml"));

    @Bean
    @Order(0)
    SecurityFilterChain api(HttpSecurity http, ApiTokens tokens, ApiSettings settings) throws Exception {
        RequestMatcher people = new AndRequestMatcher(DESCRIPTION, request -> !bearer(request));
        AuthenticationFilter bearer = new AuthenticationFilter(manager(tokens), new BearerConverter());
        bearer.setSuccessHandler((request, response, caller) -> {});
        bearer.setFailureHandler(ApiSecurityConfiguration::fail);
        return http.securityMatcher(
                        new AndRequestMatcher(new PathPrefixMatcher("/api"), new NegatedRequestMatcher(people)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")))
                .addFilterAt(bearer, BasicAuthenticationFilter.class)
                .addFilterBefore(new ApiRateFilter(settings.requestsAMinute()), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(DESCRIPTION)
                        .authenticated()
                        .requestMatchers(HttpMethod.POST, V1 + "/batches/*/cancel", V1 + "/reminders/*/cancel")
                        .hasAuthority(authority(Scope.CANCEL))
                        .requestMatchers(
                                HttpMethod.POST, V1 + "/sources/*/batches", V1 + "/opt-outs", V1 + "/opt-outs/removal")
                        .hasAuthority(authority(Scope.SUBMIT))
                        .requestMatchers(HttpMethod.GET, V1 + "/**")
                        .hasAuthority(authority(Scope.READ))
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(failures -> failures.authenticationEntryPoint(
                                (request, response, e) -> refuse(request, response, null))
                        .accessDeniedHandler((request, response, e) -> deny(request, response)))
                .build();
    }

    private static boolean bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, "Bearer", 0, 6);
    }

    private static String authority(Scope scope) {
        return "SCOPE_" + scope.name().toLowerCase(Locale.ROOT);
    }

    private static AuthenticationManager manager(ApiTokens tokens) {
        return asked -> grant(tokens, String.valueOf(asked.getCredentials()))
                .map(ApiSecurityConfiguration::caller)
                .orElseThrow(() -> new BadCredentialsException("not, or no longer, a token"));
    }

    private static Optional<ApiGrant> grant(ApiTokens tokens, String secret) {
        try {
            return tokens.bearer(secret);
        } catch (DataAccessException | TransactionException e) {
            throw new AuthenticationServiceException("the database cannot be reached", e);
        }
    }

    /**
     * Refuses a request: as unavailable if the token cannot be checked without the database, otherwise as an invalid
     * token.
     */
    private static void fail(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(RETRY.toSeconds()));
            ApiProblemWriter.write(request, response, HttpStatus.SERVICE_UNAVAILABLE, "unavailable");
        } else {
            refuse(request, response, "invalid_token");
        }
    }

    private static Authentication caller(ApiGrant grant) {
        List<GrantedAuthority> authorities = new ArrayList<>();
        authorities.add(new SimpleGrantedAuthority("ROLE_VENDOR"));
        grant.scopes().forEach(scope -> authorities.add(new SimpleGrantedAuthority(authority(scope))));
        return new PreAuthenticatedAuthenticationToken(grant, null, authorities);
    }

    /** @param error error code of RFC 6750 §3.1; null if the request had no token */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, String error)
            throws IOException {
        String challenge = "Bearer realm=\"Kurenda\"" + (error == null ? "" : ", error=\"" + error + "\"");
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, challenge);
        ApiProblemWriter.write(
                request, response, HttpStatus.UNAUTHORIZED, error == null ? "no-token" : "invalid-token");
    }

    private static void deny(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Kurenda\", error=\"insufficient_scope\"");
        ApiProblemWriter.write(request, response, HttpStatus.FORBIDDEN, "not-allowed");
    }
}
