package pl.kurenda.ops;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The package by itself, with Camel and without a database. No stereotype: the scan of the real one passes it by. */
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
    DatabaseTries.class
})
class OpsTestApplication {

    /** In the place of Spring Boot's, under the same name. */
    @Bean
    HealthIndicator dbHealthIndicator(SettableDaemon daemon) {
        return () -> (daemon.database.get() ? Health.up() : Health.down()).build();
    }
}
