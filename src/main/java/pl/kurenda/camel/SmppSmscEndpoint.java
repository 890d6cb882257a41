package pl.kurenda.camel;

import org.apache.camel.Consumer;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.smpp.SmppConfiguration;
import org.apache.camel.component.smpp.SmppEndpoint;

/** {@code smpp:smsc}: camel-smpp's messages and commands over binds that are kept up by {@link SmppBind}. */
final class SmppSmscEndpoint extends SmppEndpoint {

    private final SmppSmscComponent component;

    SmppSmscEndpoint(String uri, SmppSmscComponent component, SmppConfiguration configuration) {
        super(uri, component, configuration);
        this.component = component;
    }

    @Override
    public Producer createProducer() {
        return new SmppSmscProducer(this, component.transmitter());
    }

    @Override
    public Consumer createConsumer(Processor processor) throws Exception {
        SmppSmscConsumer consumer = new SmppSmscConsumer(this, processor, component.receiver(), component.complaints());
        configureConsumer(consumer);
        return consumer;
    }

    /** A misspelt option stops the start; camel-smpp would ignore it. */
    @Override
    public boolean isLenientProperties() {
        return false;
    }

    @Override
    protected String createEndpointUri() {
        return "smpp:smsc";
    }
}
