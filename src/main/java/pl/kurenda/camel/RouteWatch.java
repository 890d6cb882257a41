package pl.kurenda.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.springframework.stereotype.Component;
import pl.kurenda.intake.SourceWatch;

/** Asks Camel for the state of a source's route. */
@Component
class RouteWatch implements SourceWatch {
    private final CamelContext context;

    RouteWatch(CamelContext context) {
        this.context = context;
    }

    @Override
    public boolean running(String source) {
        ServiceStatus status = context.getRouteController().getRouteStatus("intake-" + source);
        return status != null && status.isStarted();
    }
}
