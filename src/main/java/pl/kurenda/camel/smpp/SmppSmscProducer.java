package pl.kurenda.camel.smpp;

import java.util.List;
import java.util.function.Consumer;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppConstants;
import org.apache.camel.support.DefaultAsyncProducer;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.NegativeResponseException;
import pl.kurenda.delivery.smsc.SubmitOutcome;

/**
 * Sends the submit_sm in the body over the session of its bind, without waiting for the response. Marks the exchange
 * before anything can have left.
 */
final class SmppSmscProducer extends DefaultAsyncProducer {

    /** Exchange property: a {@code Consumer<SubmitOutcome>} that receives a response after the time-out. */
    static final String LATE = "kurendaLate";

    private static final String HANDED_OVER = "kurendaHandedOver";

    private final SmppSmscEndpoint endpoint;
    private final SmppBind bind;

    SmppSmscProducer(SmppSmscEndpoint endpoint, SmppBind bind) {
        super(endpoint);
        this.endpoint = endpoint;
        this.bind = bind;
    }

    /** Whether this exchange reached the session; if not, it is proven that nothing was sent. */
    static boolean handedOver(Exchange exchange) {
        return exchange.getProperty(HANDED_OVER, false, Boolean.class);
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        try {
            SmppSession session = bind.session();
            SubmitSm pdu = exchange.getMessage().getMandatoryBody(SubmitSm.class);
            SmppMapping.source(pdu, endpoint.account().settings());
            PendingSubmit answer = new PendingSubmit(
                    session.getTransactionTimer(),
                    (command, failure) -> {
                        take(exchange, command, failure);
                        callback.done(false);
                    },
                    late(exchange));
            exchange.setProperty(HANDED_OVER, true);
            session.submit(pdu, answer);
            return false;
        } catch (Exception unsent) {
            exchange.setException(unsent);
            callback.done(true);
            return true;
        }
    }

    /** Keeps only this part of the exchange, because the exchange is over when a late response comes. */
    @SuppressWarnings("unchecked") // only SmppLink sets it
    private static Consumer<Command> late(Exchange exchange) {
        Consumer<SubmitOutcome> late = exchange.getProperty(LATE, Consumer.class);
        return answer -> late.accept(SmppOutcomes.ofAnswer(answer));
    }

    private static void take(Exchange exchange, Command answer, Exception failure) {
        if (failure != null) {
            exchange.setException(failure);
        } else if (answer.getCommandStatus() != 0) {
            exchange.setException(new NegativeResponseException(answer.getCommandStatus()));
        } else if (answer instanceof SubmitSmResp response) {
            exchange.getMessage().setHeader(SmppConstants.ID, List.of(SmppOutcomes.id(response)));
        }
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
