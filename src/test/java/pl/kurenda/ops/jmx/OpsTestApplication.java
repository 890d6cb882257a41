package pl.kurenda.ops.jmx;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import pl.kurenda.ops.MemoryLogins;
import pl.kurenda.ops.SettableDaemon;
import pl.kurenda.ops.health.HealthConfiguration;
import pl.kurenda.ops.security.BestEffortWrites;
import pl.kurenda.ops.security.LoginAudit;
import pl.kurenda.ops.security.SecurityConfiguration;

/**
 * The package alone, with Camel and without a database. It has no stereotype annotation, so that the scan of the real
 * application ignores it.
 */
@EnableAutoConfiguration(
        exclude = {DataSourceAutoConfiguration.class, HibernateJpaAutoConfiguration.class, FlywayAutoConfiguration.class
        })
@Import({
    SecurityConfiguration.class,
    HealthConfiguration.class,
    SettableDaemon.class,
    KurendaMbeans.class,
    MemoryLogins.class,
    LoginAudit.class,
    BestEffortWrites.class
})
public class OpsTestApplication {

    /** Replaces Spring Boot's indicator of the same name. */
    @Bean
    HealthIndicator dbHealthIndicator(SettableDaemon daemon) {
        return () -> (daemon.database.get() ? Health.up() : Health.down()).build();
    }
}
