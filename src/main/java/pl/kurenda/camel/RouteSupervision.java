package pl.kurenda.camel;

import org.apache.camel.builder.RouteBuilder;
import org.springframework.stereotype.Component;

/**
 * Defines no route. If all routes are YAML, Camel ignores {@code camel.routecontroller.enabled} unless a route builder
 * exists early. With this class, a route that cannot start (its server is down) is tried again and does not stop the
 * rest.
 */
@Component
class RouteSupervision extends RouteBuilder {

    @Override
    public void configure() {
        // only has to exist
    }
}
