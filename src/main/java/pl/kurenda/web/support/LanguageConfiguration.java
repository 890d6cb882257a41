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
 * Pages are in Polish or English: in what the reader has chosen at the link of the page, which a cookie keeps, else as the
 * browser asks; Polish where it asks for neither.
 */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration implements WebMvcConfigurer {
    /** Names the language in an address. */
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
                // nobody but us writes the cookie, and still it may hold anything
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

    /** Keeps what the reader has chosen, if it is one of ours. */
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
