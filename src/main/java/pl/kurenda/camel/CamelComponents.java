package pl.kurenda.camel;

import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import org.apache.camel.component.jpa.JpaComponent;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import pl.kurenda.camel.smpp.SmppPauses;
import pl.kurenda.camel.smpp.SmppSmscComponent;
import pl.kurenda.delivery.account.SmscAccounts;

/** The Camel components that need beans of the application, registered under the names that Camel looks up. */
@Configuration(proxyBeanMethods = false)
class CamelComponents {

    @Bean("smpp-component")
    SmppSmscComponent smppComponent(SmscAccounts accounts, SslBundles bundles, Clock clock) {
        return new SmppSmscComponent(accounts, bundles, SmppPauses.standard(), clock);
    }

    /** Uses the application's entity manager factory and transactions. Camel would otherwise open a second factory. */
    @Bean("jpa-component")
    JpaComponent jpaComponent(EntityManagerFactory entityManagers, PlatformTransactionManager transactions) {
        JpaComponent component = new JpaComponent();
        component.setEntityManagerFactory(entityManagers);
        TransactionTemplate template = new TransactionTemplate(transactions);
        component.setTransactionStrategy(work -> template.executeWithoutResult(status -> work.run()));
        return component;
    }
}
