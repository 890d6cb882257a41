package pl.kurenda.camel;

import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.ServiceStatus;
import org.apache.camel.support.DefaultExchange;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.SegmentSubmit;
import pl.kurenda.delivery.SmscLink;
import pl.kurenda.delivery.SubmitOutcome;

/** The way to the SMSC through the route {@code dispatch}. */
@Component
class SmppLink implements SmscLink {

    static final String ROUTE = "dispatch";

    // block=false: without the route a submit fails at once instead of waiting 30 s for it
    private static final String ENTRANCE = "direct:dispatch?block=false";

    private final CamelContext context;
    private final ProducerTemplate template;
    private final SmppSmscComponent component;

    SmppLink(CamelContext context, ProducerTemplate template, SmppSmscComponent component) {
        this.context = context;
        this.template = template;
        this.component = component;
    }

    @Override
    public boolean ready() {
        return component.transmitter().bound()
                && context.getRouteController().getRouteStatus(ROUTE) == ServiceStatus.Started;
    }

    @Override
    public SubmitOutcome submit(SegmentSubmit segment) {
        Exchange exchange = new DefaultExchange(context);
        exchange.getIn().setBody(segment);
        try {
            template.send(ENTRANCE, exchange);
        } catch (RuntimeException failed) {
            return SmppSmscProducer.handedOver(exchange) ? SmppOutcomes.ofFailure(failed) : SmppOutcomes.unsent(failed);
        }
        return SmppOutcomes.of(exchange);
    }
}
