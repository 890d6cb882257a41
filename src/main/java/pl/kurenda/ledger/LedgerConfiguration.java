package pl.kurenda.ledger;

import com.zaxxer.hikari.HikariDataSource;
import java.net.InetAddress;
import java.net.UnknownHostException;
import javax.sql.DataSource;
import org.hibernate.cfg.JdbcSettings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.orm.jpa.HibernatePropertiesCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import pl.kurenda.ledger.core.Books;
import pl.kurenda.ledger.core.Changes;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.OutsideTransactions;
import pl.kurenda.ledger.dispatch.DispatchBooks;
import pl.kurenda.ledger.dispatch.Dispatches;
import pl.kurenda.ledger.dispatch.InHand;
import pl.kurenda.ledger.dispatch.OpenBatches;
import pl.kurenda.ledger.dispatch.SubmitBooks;
import pl.kurenda.ledger.optout.OptOutSweep;

/** Wires what of the ledger depends on settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
public class LedgerConfiguration {

    /** The pool lets transactions commit; see {@link OutsideTransactions} for everybody else. */
    @Bean
    public static BeanPostProcessor transactionalPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setAutoCommit(false);
                    return new OutsideTransactions(pool);
                }
                return bean;
            }
        };
    }

    /**
     * Hibernate works in transactions. What it reads outside of one needs no commit: the pool rolls back a connection that comes
     * back with an open transaction.
     */
    @Bean
    HibernatePropertiesCustomizer transactionsOfThePool(DataSource dataSource) {
        return properties -> {
            if (dataSource instanceof OutsideTransactions outside) {
                properties.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, outside.getWrappedObject());
                properties.put(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
            }
        };
    }

    /** The queue of the sandboxes alone; the other one has none of them where the SMSC is real. */
    @Bean(defaultCandidate = false)
    Dispatches sandboxDispatches(
            Books books, Changes changes, NodeLease lease, SubmitBooks submits, OptOutSweep optOuts, InHand inHand) {
        OpenBatches open = new OpenBatches(books, OpenBatches.Kind.SANDBOX);
        return new DispatchBooks(books, changes, lease, open, submits, optOuts, inHand);
    }

    @Bean
    NodeLease nodeLease(Books books, LedgerSettings settings, @Value("${server.port:8080}") String port)
            throws UnknownHostException {
        String name = settings.node();
        if (name == null || name.isBlank()) {
            name = InetAddress.getLocalHost().getHostName() + ":" + port;
        }
        return new NodeLease(books, name);
    }
}
