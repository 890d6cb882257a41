package pl.kurenda.ops;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of health that are Kurenda's own; database and disk are Spring Boot's. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {

    @Bean
    HealthIndicator smscHealthIndicator(SmscProbe probe) {
        return new SmscHealth(probe);
    }

    /** UP while every route runs that needs nothing from outside. */
    @Bean
    HealthIndicator routesHealthIndicator(RouteProbe probe) {
        return () -> {
            List<String> standing = probe.standing();
            return (standing.isEmpty() ? Health.up() : Health.down().withDetail("standing", standing)).build();
        };
    }

    @Bean
    CompositeHealthContributor sourcesHealthContributor(SourceProbe probe) {
        return CompositeHealthContributor.fromMap(
                probe.sources().stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
                source -> new SourceHealth(probe, source));
    }
}
