package pl.kurenda.camel;

import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.ServiceStatus;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.RouteWatch;
import pl.kurenda.intake.SourceSwitch;
import pl.kurenda.intake.SourceWatch;

/**
 * What Camel says of its routes. A route that is being tried again by its controller does not run; nor does one whose server
 * cannot be used. A source has the route of its folder, and those of what comes through the interface: they run, pause and
 * resume together.
 */
@Component
class RouteStates implements SourceWatch, SourceSwitch, RouteWatch {
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

    /** Camel's methods declare every exception there is. */
    private interface RouteChange {
        void make(String id) throws Exception;
    }
}
