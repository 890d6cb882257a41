package pl.kurenda.web.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.support.RequestContextUtils;

/**
 * Chooses the language of pages, Polish or English. The reader's choice, kept in a cookie, comes first, then the
 * browser's setting, then Polish.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {
    /** Request parameter for the language. */
    static final String CHOICE = "lang";

    private static final String COOKIE = "kurenda-lang";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Locale POLISH = Locale.forLanguageTag("pl");
    private static final List<Locale> LANGUAGES = List.of(POLISH, Locale.ENGLISH);

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver browser = new AcceptHeaderLocaleResolver();
        browser.setSupportedLocales(LANGUAGES);
        browser.setDefaultLocale(POLISH);
        CookieLocaleResolver resolver = new CookieLocaleResolver(COOKIE) {
            @Override
            protected Locale parseLocaleValue(String value) {
                // only this application writes the cookie, but a client can send any value
                return LANGUAGES.stream()
                        .filter(language -> language.toLanguageTag().equals(value))
                        .findFirst()
                        .orElse(null);
            }
        };
        resolver.setDefaultLocaleFunction(browser::resolveLocale);
        resolver.setCookieMaxAge(KEPT);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Choice());
    }

    /** Stores the reader's choice if the language is supported. */
    private static final class Choice implements HandlerInterceptor {
        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            String chosen = request.getParameter(CHOICE);
            LANGUAGES.stream()
                    .filter(language -> language.toLanguageTag().equals(chosen))
                    .findFirst()
                    .ifPresent(language ->
                            RequestContextUtils.getLocaleResolver(request).setLocale(request, response, language));
            return true;
        }
    }
}
