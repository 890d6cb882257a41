package pl.kurenda.camel.smpp;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.DeliverSm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import pl.kurenda.delivery.LogThrottle;

/**
 * Routes every deliver_sm, whatever its text; those that come at the same time go as one list. camel-smpp's own
 * consumer acknowledges receipts that it cannot parse and drops them. This one acknowledges only what the route has
 * finished. After any failure the SMSC is asked to try again.
 */
final class SmppSmscConsumer extends DefaultConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(SmppSmscConsumer.class);

    private final SmppBind bind;
    private final LogThrottle logThrottle;
    private final DeliverSmBatcher deliveries = new DeliverSmBatcher(this::route);

    SmppSmscConsumer(SmppSmscEndpoint endpoint, Processor processor, SmppBind bind, LogThrottle logThrottle) {
        super(endpoint, processor);
        this.bind = bind;
        this.logThrottle = logThrottle;
        bind.receiver(deliveries);
    }

    private int route(List<DeliverSm> group) {
        try {
            Exchange exchange = createExchange(true);
            exchange.getIn().setBody(group);
            getProcessor().process(exchange);
            if (exchange.getException() != null) {
                throw exchange.getException();
            }
            return SMPPConstant.STAT_ESME_ROK;
        } catch (Exception failure) {
            // the message of the exception may quote the receipt
            String kind = NestedExceptionUtils.getMostSpecificCause(failure)
                    .getClass()
                    .getName();
            if (logThrottle.due(kind)) {
                LOG.warn("Receipts cannot be stored ({}); the SMSC is asked to send them again", kind);
            }
            return SMPPConstant.STAT_ESME_RX_T_APPN;
        }
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        deliveries.start("receipts-" + bind.suffix());
        bind.start();
    }

    @Override
    protected void doSuspend() throws Exception {
        deliveries.stop();
        super.doSuspend();
    }

    @Override
    protected void doResume() throws Exception {
        super.doResume();
        deliveries.start("receipts-" + bind.suffix());
    }

    @Override
    protected void doStop() throws Exception {
        deliveries.stop();
        bind.stop();
        super.doStop();
    }
}
