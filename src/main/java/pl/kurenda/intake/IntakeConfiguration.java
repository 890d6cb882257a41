package pl.kurenda.intake;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Wires what of intake depends on settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeSettings.class)
class IntakeConfiguration {

    @Bean
    Sources sources(IntakeSettings settings, Environment environment) {
        SourceKeys.check(environment);
        return new Sources(settings);
    }
}
