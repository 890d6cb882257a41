package pl.kurenda.demo;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The embedded database, used if {@code spring.datasource.url} is not set. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnMissingProperty.Database.class)
public class DatabaseConfiguration {

    /** Runs in {@code data/mariadb} of the home folder. Stops after everything that uses it. */
    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(@Value("${kurenda.home}") Path home) {
        return EmbeddedMariaDb.open(home.resolve("data/mariadb"));
    }

    /** Replaces {@code spring.datasource.*}. */
    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedMariaDb database) {
        return new JdbcConnectionDetails() {
            @Override
            public String getUsername() {
                return "root";
            }

            @Override
            public String getPassword() {
                return "";
            }

            @Override
            public String getJdbcUrl() {
                return database.url("kurenda");
            }
        };
    }
}
