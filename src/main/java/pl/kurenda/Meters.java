package pl.kurenda;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import pl.kurenda.delivery.route.RouteStatus;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.delivery.window.SendWindows;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ledger.core.SmscIdentity;
import pl.kurenda.ops.metrics.LedgerMeters;
import pl.kurenda.report.page.LedgerFigures;

/** The Prometheus metrics in addition to those of Spring Boot. */
@Configuration(proxyBeanMethods = false)
class Meters {

    @Bean
    SendingMeters sendingMeters(SmscControl accounts, SmscLinks links, RouteStatus routes, NodeLease lease) {
        return new SendingMeters(accounts, links, routes, lease);
    }

    @Bean
    LedgerMeters ledgerMeters(JdbcClient jdbc, SmscIdentity smsc, SendWindows windows, Clock clock) {
        LedgerFigures figures = new LedgerFigures(jdbc, smsc.simulator(), clock);
        return new LedgerMeters(figures::read, windows::openSince, clock);
    }

    /**
     * Registers the metrics once everything runs, unless {@code management.prometheus.metrics.export.enabled=false}.
     */
    @Bean
    ApplicationRunner offerMeters(
            ObjectProvider<PrometheusRegistry> registry, SendingMeters sending, LedgerMeters ledger) {
        return arguments -> registry.ifAvailable(prometheus -> {
            prometheus.register(sending);
            prometheus.register(ledger);
        });
    }
}
