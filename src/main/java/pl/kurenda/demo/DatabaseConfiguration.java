package pl.kurenda.demo;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The embedded database, where {@code spring.datasource.url} names none. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnMissingProperty.Database.class)
public class DatabaseConfiguration {

    /** Runs in {@code data/mariadb} of the home folder, and stops after everything that uses it. */
    @Bean(destroyMethod = "close")
    EmbeddedMariaDb embeddedMariaDb(@Value("${kurenda.home}") Path home) {
        return EmbeddedMariaDb.open(home.resolve("data/mariadb"));
    }

    /** Takes the place of {@code spring.datasource.*}. */
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
