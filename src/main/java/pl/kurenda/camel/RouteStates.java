package pl.kurenda.camel;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.apache.camel.api.management.ManagedCamelContext;
import org.apache.camel.api.management.mbean.ManagedRouteMBean;
import org.springframework.stereotype.Component;
import pl.kurenda.camel.sftp.SftpLinks;
import pl.kurenda.delivery.route.RouteStatus;
import pl.kurenda.intake.source.SourceControl;

/**
 * Reports and changes the state of the routes in Camel. A route that its controller is still trying to start counts as
 * not running, and so does one whose server cannot be used. A source has a route for its folder and routes for files
 * that come through the API. They run, pause and resume together.
 */
@Component
class RouteStates implements SourceControl, RouteStatus {
    private static final String INTAKE = "intake-";

    private final CamelContext context;
    private final SftpLinks links;

    RouteStates(CamelContext context, SftpLinks links) {
        this.links = links;
        this.context = context;
    }

    @Override
    public boolean running(String source) {
        List<String> routes = routes(source);
        return !routes.isEmpty() && routes.stream().allMatch(this::started) && links.well(source);
    }

    private List<String> routes(String source) {
        return Stream.of("", SourceRoutes.API, SourceRoutes.SANDBOX)
                .map(way -> INTAKE + source + way)
                .filter(id -> context.getRoute(id) != null)
                .toList();
    }

    @Override
    public List<String> standing() {
        return context.getRoutes().stream()
                .map(Route::getRouteId)
                .filter(id -> !id.startsWith(INTAKE) && !waitsForTheSmsc(id))
                .filter(id -> !started(id))
                .sorted()
                .toList();
    }

    /**
     * Camel keeps these figures for JMX anyway. The route policy of camel-micrometer would count every submit a second time.
     */
    @Override
    public List<Count> counts() {
        ManagedCamelContext managed = context.getCamelContextExtension().getContextPlugin(ManagedCamelContext.class);
        return managed == null
                ? List.of()
                : context.getRoutes().stream()
                        .map(Route::getRouteId)
                        .flatMap(id -> count(managed, id).stream())
                        .toList();
    }

    private Optional<Count> count(ManagedCamelContext managed, String id) {
        ManagedRouteMBean route = managed.getManagedRoute(id);
        if (route == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Count(
                    id,
                    started(id),
                    route.getExchangesCompleted(),
                    route.getExchangesFailed(),
                    route.getExchangesInflight()));
        } catch (Exception gone) {
            // declared by Camel: a route that is being removed has no figures
            return Optional.empty();
        }
    }

    @Override
    public void pause(String source) {
        change(source, context.getRouteController()::suspendRoute);
    }

    @Override
    public void resume(String source) {
        change(source, context.getRouteController()::resumeRoute);
    }

    private void change(String source, RouteChange change) {
        List<String> routes = routes(source);
        if (routes.isEmpty()) {
            throw new IllegalArgumentException("no source of this name");
        }
        for (String id : routes) {
            try {
                change.make(id);
            } catch (Exception e) {
                throw new IllegalStateException("route " + id + " cannot be changed", e);
            }
        }
    }

    private static boolean waitsForTheSmsc(String id) {
        return id.equals(SmscRoutes.RECEIPTS) || id.startsWith(SmscRoutes.RECEIPTS + "-");
    }

    private boolean started(String route) {
        return context.getRouteController().getRouteStatus(route) == ServiceStatus.Started;
    }

    /** A change to a route. Camel's methods declare {@code Exception}. */
    private interface RouteChange {
        void make(String id) throws Exception;
    }
}
