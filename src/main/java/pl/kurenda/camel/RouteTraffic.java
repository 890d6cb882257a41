package pl.kurenda.camel;

import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.RouteCount;
import pl.kurenda.delivery.RouteCounts;

/**
 * The figures that Camel keeps for JMX anyway. The route policy of camel-micrometer would count everything a second time, on
 * the way of each submit.
 */
@Component
class RouteTraffic implements RouteCounts {
    private final CamelContext context;

    RouteTraffic(CamelContext context) {
        this.context = context;
    }

    @Override
    public List<RouteCount> counts() {
        ManagedCamelContext managed = context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null
                ? List.of()
                : context.getRoutes().stream()
                        .map(Route::getRouteId)
                        .flatMap(id -> count(managed, id).stream())
                        .toList();
    }

    private Optional<RouteCount> count(ManagedCamelContext managed, String id) {
        ManagedRouteMBean route = managed.getManagedRoute(id);
        if (route == null) {
            return Optional.empty();
        }
        boolean started = context.getRouteController().getRouteStatus(id) == ServiceStatus.Started;
        try {
            return Optional.of(new RouteCount(
                    id,
                    started,
                    route.getExchangesCompleted(),
                    route.getExchangesFailed(),
                    route.getExchangesInflight()));
        } catch (Exception gone) {
            // as Camel declares it; a route that is being removed has no figures
            return Optional.empty();
        }
    }
}
