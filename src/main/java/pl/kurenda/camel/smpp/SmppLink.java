package pl.kurenda.camel.smpp;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ServiceStatus;
import org.apache.camel.support.DefaultExchange;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import org.jsmpp.session.QuerySmResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pl.kurenda.camel.SmscRoutes;
import pl.kurenda.delivery.LogThrottle;
import pl.kurenda.delivery.account.SmscSettings;
import pl.kurenda.delivery.receipt.DeliveryReceiptText;
import pl.kurenda.delivery.smsc.MessageQuery;
import pl.kurenda.delivery.smsc.MessageStatus;
import pl.kurenda.delivery.smsc.SegmentSubmit;
import pl.kurenda.delivery.smsc.SmscLink;
import pl.kurenda.delivery.smsc.SubmitOutcome;

/** The link to one account, through its route {@code dispatch}. */
final class SmppLink implements SmscLink {

    private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);

    private static final long ASTRAY_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final CamelContext context;
    private final SmppBinds binds;
    private final LogThrottle logThrottle;
    private final String route;
    private final String entrance;
    private AsyncProducer producer;
    private volatile long notBefore = System.nanoTime();

    SmppLink(CamelContext context, SmppBinds binds, LogThrottle logThrottle) {
        this.context = context;
        this.binds = binds;
        this.logThrottle = logThrottle;
        this.route = SmscRoutes.DISPATCH + binds.account().suffix();
        // block=false: without the route a submit fails at once instead of waiting 30 s for it
        this.entrance = "direct:" + route + "?block=false";
    }

    @Override
    public boolean ready() {
        return System.nanoTime() - notBefore >= 0
                && binds.transmitter().bound()
                && context.getRouteController().getRouteStatus(route) == ServiceStatus.Started;
    }

    @Override
    public CompletableFuture<SubmitOutcome> submit(SegmentSubmit segment, Consumer<SubmitOutcome> late) {
        CompletableFuture<SubmitOutcome> outcome = new CompletableFuture<>();
        Exchange exchange = new DefaultExchange(context);
        exchange.getIn().setBody(segment);
        exchange.setProperty(SmppSmscProducer.LATE, late);
        try {
            producer().process(exchange, done -> {
                if (exchange.getException() == null && !SmppSmscProducer.handedOver(exchange)) {
                    goneAstray();
                }
                outcome.complete(SmppOutcomes.of(exchange));
            });
        } catch (Exception failed) {
            outcome.complete(
                    SmppSmscProducer.handedOver(exchange)
                            ? SmppOutcomes.ofFailure(failed)
                            : SmppOutcomes.unsent(failed));
        }
        return outcome;
    }

    /** Pauses the link and logs an alarm. Without a pause, every reminder in the queue would fail the same way. */
    private void goneAstray() {
        notBefore = System.nanoTime() + ASTRAY_NANOS;
        if (logThrottle.due(route + " astray")) {
            LOG.error(
                    "ALARM: the route {} ended without having reached the SMSC. All stays queued. Mend the route.",
                    route);
        }
    }

    @Override
    public void giveUp() {
        try {
            binds.transmitter().session().endWaiting();
        } catch (SmppNotBound over) {
            // the session is gone, and all waits ended with it
            LOG.debug("Nothing to give up: {}", over.getMessage());
        }
    }

    private synchronized AsyncProducer producer() throws Exception {
        if (producer == null) {
            producer = context.getEndpoint(entrance).createAsyncProducer();
            producer.start();
        }
        return producer;
    }

    @Override
    public Optional<MessageStatus> query(MessageQuery query) {
        SmscSettings settings = binds.account().settings();
        try {
            QuerySmResult result = binds.transmitter()
                    .session()
                    .queryShortMessage(
                            query.messageId(),
                            TypeOfNumber.valueOf((byte) settings.sourceTon(query.sender())),
                            NumberingPlanIndicator.valueOf((byte) settings.sourceNpi(query.sender())),
                            query.sender());
            String stat = DeliveryReceiptText.word(result.getMessageState().value());
            return Optional.of(new MessageStatus(stat, result.getErrorCode() & 0xff));
        } catch (NegativeResponseException refused) {
            return unanswered("command_status 0x%08x".formatted(refused.getCommandStatus()));
        } catch (PDUException
                | ResponseTimeoutException
                | InvalidResponseException
                | IOException
                | RuntimeException failed) {
            return unanswered(failed.getClass().getSimpleName());
        }
    }

    private Optional<MessageStatus> unanswered(String why) {
        if (logThrottle.due(route + " query_sm " + why)) {
            LOG.warn("SMSC {} does not answer query_sm: {}", binds.account().address(), why);
        }
        return Optional.empty();
    }
}
