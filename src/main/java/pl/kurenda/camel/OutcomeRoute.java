package pl.kurenda.camel;

import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import pl.kurenda.delivery.dispatch.OutcomeChannel;
import pl.kurenda.ledger.dispatch.SubmitReport;

/** Sends each block of outcomes through the route {@code outcomes}, which records it before this returns. */
@Component
class OutcomeRoute implements OutcomeChannel, DisposableBean {
    /** Without the route a block fails at once; it is kept and sent again. */
    private static final String ENTRANCE = "direct:outcomes?block=false";

    private final CamelContext context;
    private ProducerTemplate template;

    OutcomeRoute(CamelContext context) {
        this.context = context;
    }

    @Override
    public void record(List<SubmitReport> block) {
        // throws the exception of the route, wrapped by Camel
        template().sendBody(ENTRANCE, ExchangePattern.InOnly, block);
    }

    private synchronized ProducerTemplate template() {
        if (template == null) {
            template = context.createProducerTemplate();
        }
        return template;
    }

    @Override
    public synchronized void destroy() {
        if (template != null) {
            template.stop();
        }
    }
}
