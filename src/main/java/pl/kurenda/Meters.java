package pl.kurenda;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.delivery.RouteCounts;
import pl.kurenda.delivery.SendWindows;
import pl.kurenda.delivery.SmscSessions;
import pl.kurenda.delivery.SmscWatch;
import pl.kurenda.ledger.NodeLease;
import pl.kurenda.ledger.SmscIdentity;
import pl.kurenda.ops.LedgerMeters;
import pl.kurenda.report.LedgerFigures;

/** What Prometheus is told beside the meters of Spring Boot, by those who know and whom {@code ops} may not use. */
@Configuration(proxyBeanMethods = false)
class Meters {

    @Bean
    SendingMeters sendingMeters(SmscWatch accounts, SmscSessions sessions, RouteCounts routes, NodeLease lease) {
        return new SendingMeters(accounts, sessions, routes, lease);
    }

    @Bean
    LedgerMeters ledgerMeters(JdbcClient jdbc, SmscIdentity smsc, SendWindows windows, Clock clock) {
        LedgerFigures figures = new LedgerFigures(jdbc, smsc.simulator(), clock);
        return new LedgerMeters(figures::read, windows::openSince, clock);
    }

    /** Once everything runs. Without Prometheus ({@code management.prometheus.metrics.export.enabled=false}) nobody asks. */
    @Bean
    ApplicationRunner offerMeters(
            ObjectProvider<PrometheusRegistry> registry, SendingMeters sending, LedgerMeters ledger) {
        return arguments -> registry.ifAvailable(prometheus -> {
            prometheus.register(sending);
            prometheus.register(ledger);
        });
    }
}
