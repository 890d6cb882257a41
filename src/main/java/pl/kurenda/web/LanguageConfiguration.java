package pl.kurenda.web;

import java.util.List;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Pages are in Polish or English, as the browser asks; Polish where it asks for neither. */
@Configuration(proxyBeanMethods = false)
class LanguageConfiguration {
    private static final Locale POLISH = Locale.forLanguageTag("pl");

    @Bean
    LocaleResolver localeResolver() {
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(List.of(POLISH, Locale.ENGLISH));
        resolver.setDefaultLocale(POLISH);
        return resolver;
    }
}
