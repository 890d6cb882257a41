package pl.kurenda.camel.smpp;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppEndpoint;
import pl.kurenda.delivery.account.SmscAccount;

/** {@code smpp:<account>}: an endpoint of camel-smpp whose producer and consumer use the binds of {@link SmppBind}. */
final class SmppSmscEndpoint extends SmppEndpoint {

    private final SmppSmscComponent component;
    private final SmppBinds binds;

    SmppSmscEndpoint(String uri, SmppSmscComponent component, SmppConfiguration configuration, SmppBinds binds) {
        super(uri, component, configuration);
        this.component = component;
        this.binds = binds;
    }

    /** The account of this endpoint. */
    SmscAccount account() {
        return binds.account();
    }

    @Override
    public Producer createProducer() {
        return new SmppSmscProducer(this, binds.transmitter());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmppSmscConsumer consumer = new SmppSmscConsumer(this, processor, binds.receiver(), component.complaints());
        configureConsumer(consumer);
        return consumer;
    }

    /** Returns false, so that a misspelt option stops the start; camel-smpp would ignore it. */
    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    protected String createEndpointUri() {
        return "smpp:" + binds.account().key();
    }
}
