package pl.kurenda.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.support.ScheduledPollConsumer;
import org.apache.camel.support.service.ServiceHelper;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Component;

/**
 * At a stop no new file is taken while the window drains: the folders are let alone first, before anything ends. A file that
 * is being loaded goes on until Camel stops.
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
