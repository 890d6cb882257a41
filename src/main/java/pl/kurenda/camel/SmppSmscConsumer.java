package pl.kurenda.camel;

import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultConsumer;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import pl.kurenda.delivery.Complaints;

/**
 * Routes every deliver_sm, those that come at the same time as one list, whatever their text: camel-smpp's own consumer acknowledges receipts that it cannot parse and
 * drops them. Acknowledged is only what the route has finished; after any failure the SMSC is asked to try again.
 */
final class SmppSmscConsumer extends DefaultConsumer implements MessageReceiverListener {

    private static final Logger LOG = LoggerFactory.getLogger(SmppSmscConsumer.class);

    private final SmppBind bind;
    private final Complaints complaints;
    private final SmppGroups groups = new SmppGroups(this::route);

    SmppSmscConsumer(SmppSmscEndpoint endpoint, Processor processor, SmppBind bind, Complaints complaints) {
        super(endpoint, processor);
        this.bind = bind;
        this.complaints = complaints;
        bind.receiver(this);
    }

    @Override
    public void onAcceptDeliverSm(DeliverSm deliverSm) throws ProcessRequestException {
        if (!isRunAllowed() || isSuspended()) {
            throw tryAgain();
        }
        try {
            groups.add(deliverSm);
        } catch (Exception failure) {
            // the message of the exception may quote the receipt
            String kind = NestedExceptionUtils.getMostSpecificCause(failure)
                    .getClass()
                    .getName();
            if (complaints.due(kind)) {
                LOG.warn("Receipts cannot be stored ({}); the SMSC is asked to send them again", kind);
            }
            throw tryAgain();
        }
    }

    private void route(List<DeliverSm> group) throws Exception {
        Exchange exchange = createExchange(true);
        exchange.getIn().setBody(group);
        getProcessor().process(exchange);
        if (exchange.getException() != null) {
            throw exchange.getException();
        }
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification alert) {
        // says that a telephone is back on the air; nobody asked for it
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm dataSm, Session source) throws ProcessRequestException {
        throw new ProcessRequestException("data_sm is not taken", SMPPConstant.STAT_ESME_RINVCMDID);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        bind.start();
    }

    @Override
    protected void doStop() throws Exception {
        bind.stop();
        super.doStop();
    }

    private static ProcessRequestException tryAgain() {
        return new ProcessRequestException("not stored", SMPPConstant.STAT_ESME_RX_T_APPN);
    }
}
