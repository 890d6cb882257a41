package pl.kurenda.camel;

import jakarta.persistence.EntityManagerFactory;
import org.apache.camel.component.jpa.JpaComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The JPA component, on the application's own entity manager factory and transactions. */
@Configuration(proxyBeanMethods = false)
class JpaBeans {

    /** Made here, because what Camel makes by itself finds no factory and opens one of its own. */
    @Bean("jpa-component")
    JpaComponent jpaComponent(EntityManagerFactory entityManagers, PlatformTransactionManager transactions) {
        JpaComponent component = new JpaComponent();
        component.setEntityManagerFactory(entityManagers);
        TransactionTemplate template = new TransactionTemplate(transactions);
        component.setTransactionStrategy(work -> template.executeWithoutResult(status -> work.run()));
        return component;
    }
}
