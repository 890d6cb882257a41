package pl.kurenda.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * Stops polling of the folders first at a stop, so that no new file is taken while the window drains. A file that is
 * being loaded continues until Camel stops.
 */
@Component
class PollingStop implements ApplicationListener<ContextClosedEvent> {
    private final CamelContext context;

    PollingStop(CamelContext context) {
        this.context = context;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        context.getRoutes().stream()
                .map(Route::getConsumer)
                .filter(ScheduledPollConsumer.class::isInstance)
                .forEach(ServiceHelper::suspendService);
    }
}
