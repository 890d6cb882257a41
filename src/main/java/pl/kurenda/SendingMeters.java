package pl.kurenda;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import pl.kurenda.delivery.route.RouteStatus;
import pl.kurenda.delivery.smsc.SmscControl;
import pl.kurenda.delivery.smsc.SmscLinks;
import pl.kurenda.ledger.core.NodeLease;
import pl.kurenda.ops.metrics.MetricFamily;

/** The metrics of the sessions and routes of this node. The metrics of submits are in {@code delivery}. */
final class SendingMeters implements MultiCollector {
    private final SmscControl accounts;
    private final SmscLinks links;
    private final RouteStatus routes;
    private final NodeLease lease;

    SendingMeters(SmscControl accounts, SmscLinks links, RouteStatus routes, NodeLease lease) {
        this.accounts = accounts;
        this.links = links;
        this.routes = routes;
        this.lease = lease;
    }

    @Override
    public MetricSnapshots collect() {
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        all.metricSnapshot(new MetricFamily("kurenda_node_lease_valid", "1 while this node may send")
                .add(lease.valid() ? 1 : 0)
                .gauge());
        accounts(all);
        sessions(all);
        routes(all);
        return all.build();
    }

    private void accounts(MetricSnapshots.Builder all) {
        MetricFamily usable =
                new MetricFamily("kurenda_smsc_usable", "1 if the account is bound, not paused, and takes messages");
        accounts.conditions().forEach(c -> usable.add(c.usable() ? 1 : 0, "smsc", c.name()));
        all.metricSnapshot(usable.gauge());
    }

    private void sessions(MetricSnapshots.Builder all) {
        MetricFamily bound = new MetricFamily("kurenda_smsc_bound", "1 while the session is bound");
        MetricFamily made =
                new MetricFamily("kurenda_smsc_binds", "Binds that the SMSC accepted; after the first, reconnects");
        MetricFamily lost =
                new MetricFamily("kurenda_smsc_sessions_lost", "Sessions that ended without this node wanting it");
        links.sessions().forEach(session -> {
            String[] labels = {"smsc", session.account(), "session", session.kind()};
            bound.add(session.bound() ? 1 : 0, labels);
            made.add(session.made(), labels);
            lost.add(session.lost(), labels);
        });
        all.metricSnapshot(bound.gauge()).metricSnapshot(made.counter()).metricSnapshot(lost.counter());
    }

    private void routes(MetricSnapshots.Builder all) {
        MetricFamily started = new MetricFamily("kurenda_route_started", "1 while the route runs");
        MetricFamily exchanges =
                new MetricFamily("kurenda_route_exchanges", "Exchanges that the route has ended, by result");
        MetricFamily inFlight =
                new MetricFamily("kurenda_route_exchanges_in_flight", "Exchanges that are in the route");
        routes.counts().forEach(count -> {
            started.add(count.started() ? 1 : 0, "route", count.route());
            exchanges.add(count.completed(), "route", count.route(), "result", "completed");
            exchanges.add(count.failed(), "route", count.route(), "result", "failed");
            inFlight.add(count.inFlight(), "route", count.route());
        });
        all.metricSnapshot(started.gauge()).metricSnapshot(exchanges.counter()).metricSnapshot(inFlight.gauge());
    }
}
