package pl.kurenda.camel;

import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppCommand;
import org.apache.camel.support.DefaultProducer;
import org.jsmpp.session.SMPPSession;

/** Sends by camel-smpp's commands over the kept-up session, and marks the exchange before anything can have left. */
final class SmppSmscProducer extends DefaultProducer {

    private static final String HANDED_OVER = "kurendaHandedOver";

    private final SmppSmscEndpoint endpoint;
    private final SmppBind bind;

    SmppSmscProducer(SmppSmscEndpoint endpoint, SmppBind bind) {
        super(endpoint);
        this.endpoint = endpoint;
        this.bind = bind;
    }

    /** Whether this exchange came as far as the session; if not, it is proven that nothing was sent. */
    static boolean handedOver(Exchange exchange) {
        return exchange.getProperty(HANDED_OVER, false, Boolean.class);
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        SMPPSession session = bind.session();
        SmppMapping.source(exchange.getMessage(), endpoint.account().settings());
        SmppCommand command = endpoint.getBinding().createSmppCommand(session, exchange);
        exchange.setProperty(HANDED_OVER, true);
        command.execute(exchange);
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
}
