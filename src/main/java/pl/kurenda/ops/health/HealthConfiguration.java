package pl.kurenda.ops.health;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.delivery.route.RouteStatus;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.intake.source.Source;
import pl.kurenda.intake.source.SourceControl;
import pl.kurenda.intake.source.Sources;

/** Kurenda's own health indicators. Spring Boot provides those of database and disk. */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

    @Bean
    HealthIndicator smscHealthIndicator(SmscControl smscs) {
        return new SmscHealth(smscs);
    }

    /** UP while every route that does not depend on an outside system is running. */
    @Bean
    HealthIndicator routesHealthIndicator(RouteStatus routes) {
        return () -> {
            List<String> standing = routes.standing();
            return (standing.isEmpty() ? Health.up() : Health.down().withDetail("standing", standing)).build();
        };
    }

    @Bean
    CompositeHealthContributor sourcesHealthContributor(Sources sources, SourceControl control) {
        return CompositeHealthContributor.fromMap(
                sources.all().stream().collect(Collectors.toMap(Source::name, Function.identity())),
                source -> new SourceHealth(source, control));
    }
}
