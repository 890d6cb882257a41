package pl.kurenda.ops.security;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.DelegatingAuthenticationEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.www.BasicAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.MediaTypeRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.ServletRequestPathUtils;
import pl.kurenda.ledger.login.LoginFailures;

/**
 * Access over HTTP: health is open, {@link AccessTable} decides about the pages, and the rest is only for the
 * administrator.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    AdminSettings.class,
    UserSettings.class,
    MetricsSettings.class,
    SessionSettings.class,
    OidcSettings.class
})
public class SecurityConfiguration {

    private static final String ADMIN = Role.ADMIN.name();

    private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);

    /** Jolokia itself, and the path on which Hawtio calls it. */
    private static final RequestMatcher JOLOKIA = new OrRequestMatcher(
            new PathPrefixMatcher("/actuator/jolokia"), new PathPrefixMatcher("/actuator/hawtio/jolokia"));

    private static final RequestMatcher METRICS = new PathPrefixMatcher("/actuator/prometheus");

    private static final String PAGES_CSP = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /** Hawtio creates styles at run time and keeps its images in its script. */
    private static final String HAWTIO_CSP = "default-src 'self'; script-src 'self'; "
            + "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; "
            + "object-src 'none'; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

    /** Pages, and all addresses without rules of their own. */
    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SessionSettings session, OidcSettings oidc, Clock clock)
            throws Exception {
        headers(http, PAGES_CSP);
        if (oidc.wanted()) {
            new OidcLogin(oidc).addTo(http);
        }
        return http.addFilterBefore(new SessionAge(session.longest(), clock), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> {
                    // the error page must be able to answer every failed request
                    requests.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
                    AccessTable.open()
                            .forEach(
                                    matcher -> requests.requestMatchers(matcher).permitAll());
                    AccessTable.LINES.forEach(
                            line -> requests.requestMatchers(line.matcher()).hasAnyRole(line.names()));
                    requests.anyRequest().hasRole(ADMIN);
                })
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/"))
                .logout(Customizer.withDefaults())
                .build();
    }

    /** Health, metrics, Hawtio and Jolokia: with the session of the pages, or with HTTP basic for tools. */
    @Bean
    @Order(1)
    SecurityFilterChain actuator(HttpSecurity http, MetricsSettings metrics, SessionSettings session, Clock clock)
            throws Exception {
        headers(http, HAWTIO_CSP);
        return http.securityMatcher(new PathPrefixMatcher("/actuator"))
                .addFilterBefore(new SessionAge(session.longest(), clock), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(new PathPrefixMatcher("/actuator/health"))
                        .permitAll()
                        .requestMatchers(new AndRequestMatcher(METRICS, scraper(metrics)))
                        .permitAll()
                        .requestMatchers(
                                new AndRequestMatcher(JOLOKIA, new NegatedRequestMatcher(new SameOriginMatcher())))
                        .denyAll()
                        .anyRequest()
                        .hasRole(ADMIN))
                .csrf(csrf -> csrf.ignoringRequestMatchers(JOLOKIA))
                .httpBasic(Customizer.withDefaults())
                .exceptionHandling(exceptions -> exceptions.authenticationEntryPoint(loginOrBasic()))
                .build();
    }

    private static RequestMatcher scraper(MetricsSettings metrics) {
        return request -> metrics.opens(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Passwords.encoder();
    }

    /** The only way to log in with a password. Spring Security uses it because it is the only bean of its type. */
    @Bean
    AuthenticationProvider guardedLogin(
            UserDetailsService users, PasswordEncoder encoder, LoginFailures failures, BestEffortWrites database) {
        DaoAuthenticationProvider login = new DaoAuthenticationProvider(users);
        login.setPasswordEncoder(encoder);
        return new ThrottledAuthenticationProvider(login, failures, database);
    }

    /** Errors are forwarded to the error page; a direct request for its address finds nothing. */
    @Bean
    FilterRegistrationBean<Filter> errorPageAlone() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_NOT_FOUND));
        registration.addUrlPatterns("/error");
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /**
     * Refuses addresses that Spring would fail on. Tomcat finds a servlet by the address without parameters
     * ({@code ;x}) and with decoded bytes ({@code %6a}). Spring looks for the servlet path in the raw address, before
     * its firewall, and fails if it is not there.
     */
    @Bean
    FilterRegistrationBean<Filter> readableAddress() {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>((request, response, chain) -> {
            try {
                ServletRequestPathUtils.parseAndCache((HttpServletRequest) request);
            } catch (IllegalArgumentException e) {
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_BAD_REQUEST);
                return;
            }
            ServletRequestPathUtils.clearParsedRequestPath(request);
            chain.doFilter(request, response);
        });
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    UserDetailsService users(AdminSettings admin, UserSettings settings, PasswordEncoder encoder) {
        InMemoryUserDetailsManager users = new InMemoryUserDetailsManager();
        settings.users()
                .forEach((name, account) -> users.createUser(User.withUsername(name)
                        .password(account.password())
                        .roles(account.roleNames())
                        .build()));
        if (users.userExists(admin.name())) {
            throw new IllegalArgumentException("kurenda.users." + admin.name()
                    + " has the name of the administrator (kurenda.admin.name); allowed: any other name");
        }
        if (admin.canLogIn()) {
            users.createUser(User.withUsername(admin.name())
                    .password(admin.encoded() ? admin.password() : encoder.encode(admin.password()))
                    .roles(ADMIN)
                    .build());
        } else if (settings.users().isEmpty()) {
            LOG.warn("Nobody can log in: set kurenda.admin.password (environment: KURENDA_ADMIN_PASSWORD).");
        }
        return users;
    }

    // a tool gets 401, and a browser that asks for a page goes to the login
    private static AuthenticationEntryPoint loginOrBasic() {
        MediaTypeRequestMatcher page = new MediaTypeRequestMatcher(MediaType.TEXT_HTML);
        page.setIgnoredMediaTypes(Set.of(MediaType.ALL));
        BasicAuthenticationEntryPoint basic = new BasicAuthenticationEntryPoint();
        basic.setRealmName("Kurenda");
        LinkedHashMap<RequestMatcher, AuthenticationEntryPoint> entries = new LinkedHashMap<>();
        entries.put(page, new LoginUrlAuthenticationEntryPoint("/login"));
        DelegatingAuthenticationEntryPoint entry = new DelegatingAuthenticationEntryPoint(entries);
        entry.setDefaultEntryPoint(basic);
        return entry;
    }

    private static void headers(HttpSecurity http, String policy) throws Exception {
        http.headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        permissions -> permissions.policy("camera=(), geolocation=(), microphone=(), payment=()")));
    }
}
