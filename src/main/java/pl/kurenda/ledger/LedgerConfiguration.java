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
import pl.kurenda.ledger.core.AutoCommitPool;
import pl.kurenda.ledger.core.LedgerJdbc;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.StateHistory;
import pl.kurenda.ledger.dispatch.ClaimedBatches;
import pl.kurenda.ledger.dispatch.DispatchQueue;
import pl.kurenda.ledger.dispatch.JdbcDispatchQueue;
import pl.kurenda.ledger.dispatch.OpenBatches;
import pl.kurenda.ledger.dispatch.SubmitResults;
import pl.kurenda.ledger.optout.OptOutSweep;

/** Creates the ledger beans that depend on settings. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
public class LedgerConfiguration {

    /** Switches autocommit off in the connection pool and wraps the pool; see {@link AutoCommitPool}. */
    @Bean
    public static BeanPostProcessor transactionalPool() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof HikariDataSource pool) {
                    pool.setAutoCommit(false);
                    return new AutoCommitPool(pool);
                }
                return bean;
            }
        };
    }

    /**
     * Gives Hibernate the inner pool, because it works in transactions. Reads outside a transaction need no commit: the
     * pool rolls back a connection that is returned with an open transaction.
     */
    @Bean
    HibernatePropertiesCustomizer transactionsOfThePool(DataSource dataSource) {
        return properties -> {
            if (dataSource instanceof AutoCommitPool outside) {
                properties.put(JdbcSettings.JAKARTA_NON_JTA_DATASOURCE, outside.getWrappedObject());
                properties.put(JdbcSettings.CONNECTION_PROVIDER_DISABLES_AUTOCOMMIT, true);
            }
        };
    }

    /** The queue for sandboxes only. With a real SMSC, the main queue contains no sandbox reminders. */
    @Bean(defaultCandidate = false)
    DispatchQueue sandboxDispatches(
            LedgerJdbc ledgerJdbc,
            StateHistory stateHistory,
            NodeLease lease,
            SubmitResults submits,
            OptOutSweep optOuts,
            ClaimedBatches claimedBatches) {
        OpenBatches open = new OpenBatches(ledgerJdbc, OpenBatches.Kind.SANDBOX);
        return new JdbcDispatchQueue(ledgerJdbc, stateHistory, lease, open, submits, optOuts, claimedBatches);
    }

    @Bean
    NodeLease nodeLease(LedgerJdbc ledgerJdbc, LedgerSettings settings, @Value("${server.port:8080}") String port)
            throws UnknownHostException {
        String name = settings.node();
        if (name == null || name.isBlank()) {
            name = InetAddress.getLocalHost().getHostName() + ":" + port;
        }
        return new NodeLease(ledgerJdbc, name);
    }
}
