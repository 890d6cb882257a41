package pl.kurenda.ledger;

import jakarta.persistence.EntityManagerFactory;
import java.util.Properties;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.data.repository.config.BootstrapMode;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;

/**
 * The entities and repositories of the ledger, mapped as in the daemon, on the database of a test. It has no
 * stereotype, so that the scans of other tests ignore it. Each repository is created when it is first used.
 */
@EnableJpaRepositories(basePackageClasses = EntityFixture.class, bootstrapMode = BootstrapMode.LAZY)
public class EntityFixture {

    /** A context with the repositories, for tests that create the beans by hand. */
    static AnnotationConfigApplicationContext on(DataSource dataSource) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> dataSource);
        context.register(EntityFixture.class);
        context.refresh();
        return context;
    }

    @Bean
    static LocalContainerEntityManagerFactoryBean entityManagerFactory(DataSource dataSource) {
        LocalContainerEntityManagerFactoryBean bean = new LocalContainerEntityManagerFactoryBean();
        bean.setDataSource(dataSource);
        bean.setPackagesToScan("pl.kurenda.ledger");
        bean.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        Properties properties = new Properties();
        properties.put("hibernate.jdbc.batch_size", "500");
        properties.put("hibernate.type.java_time_use_direct_jdbc", "true");
        properties.put("jakarta.persistence.validation.mode", "none");
        properties.put(
                "hibernate.physical_naming_strategy",
                "org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy");
        bean.setJpaProperties(properties);
        return bean;
    }

    @Bean
    static JpaTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }
}
