package pl.kurenda.camel;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Defines no route. In an application whose routes are all YAML, Camel ignores {@code camel.routecontroller.enabled} unless a
 * route builder exists early; with it, a route that cannot start (its server is down) is tried again and does not stop the rest.
 */
@Component
class RouteSupervision extends RouteBuilder {

    @Override
    public void configure() {
        // its presence is the point
    }
}
