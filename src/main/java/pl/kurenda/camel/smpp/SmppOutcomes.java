package pl.kurenda.camel.smpp;

import java.io.IOException;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.component.smpp.SmppConstants;
import org.jsmpp.GenericNackResponseException;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUException;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.extra.NegativeResponseException;
import org.jsmpp.extra.ResponseTimeoutException;
import pl.kurenda.delivery.smsc.NoResponse;
import pl.kurenda.delivery.smsc.SubmitOutcome;
import pl.kurenda.delivery.smsc.SubmitOutcome.Accepted;
import pl.kurenda.delivery.smsc.SubmitOutcome.NotSent;
import pl.kurenda.delivery.smsc.SubmitOutcome.Refused;
import pl.kurenda.delivery.smsc.SubmitOutcome.Unknown;

/**
 * Decides what an exchange with the SMSC proves. Only this class decides it. A submit is "not sent" only if it provably
 * did not leave; if that cannot be decided, it is "unknown".
 */
final class SmppOutcomes {

    private static final String NOT_IN_THIS_STATE = "Cannot submit_sm while session";

    private SmppOutcomes() {}

    static SubmitOutcome of(Exchange exchange) {
        Exception failure = exchange.getException();
        if (!SmppSmscProducer.handedOver(exchange)) {
            return failure == null ? new NotSent("ROUTE_BROKEN", false) : unsent(failure);
        }
        return failure == null ? accepted(exchange) : ofFailure(failure);
    }

    /** What a failure before the session proves: nothing left. */
    static SubmitOutcome unsent(Throwable failure) {
        return new NotSent(name(failure), first(failure, IllegalArgumentException.class) != null);
    }

    /** What a failure in the session proves. */
    static SubmitOutcome ofFailure(Throwable failure) {
        NegativeResponseException refused = first(failure, NegativeResponseException.class);
        if (refused != null) {
            return new Refused(refused.getCommandStatus());
        }
        GenericNackResponseException nack = first(failure, GenericNackResponseException.class);
        if (nack != null) {
            return nack.getCommandStatus() == 0
                    ? unknown(NoResponse.NACK_WITHOUT_STATUS)
                    : new Refused(nack.getCommandStatus());
        }
        PDUException unmade = first(failure, PDUException.class);
        if (unmade != null) {
            return new NotSent(name(unmade), true);
        }
        IOException io = first(failure, IOException.class);
        if (io instanceof SmppSession.BrokenSession
                || io != null && String.valueOf(io.getMessage()).startsWith(NOT_IN_THIS_STATE)) {
            return new NotSent("NO_SESSION", false);
        }
        return new Unknown(why(failure, io));
    }

    private static Unknown unknown(NoResponse why) {
        return new Unknown(why.name());
    }

    private static String why(Throwable failure, IOException io) {
        if (first(failure, ResponseTimeoutException.class) != null) {
            return NoResponse.NOT_IN_TIME.name();
        }
        if (first(failure, InvalidResponseException.class) != null) {
            return NoResponse.LOST_BEFORE_ANSWER.name();
        }
        return io == null ? name(failure) : NoResponse.LOST_WHILE_SENDING.name();
    }

    /** What a late response says. */
    static SubmitOutcome ofAnswer(Command answer) {
        if (answer.getCommandStatus() != 0) {
            return new Refused(answer.getCommandStatus());
        }
        return answer instanceof SubmitSmResp response
                ? new Accepted(id(response))
                : unknown(NoResponse.ANSWER_UNREADABLE);
    }

    /** The message id of a response. Status 0 means accepted; without a readable id, no receipt can match it by id. */
    static String id(SubmitSmResp response) {
        return response.getMessageId() == null ? "" : response.getMessageId();
    }

    private static SubmitOutcome accepted(Exchange exchange) {
        List<?> ids = exchange.getMessage().getHeader(SmppConstants.ID, List.class);
        if (ids == null || ids.isEmpty() || ids.get(0) == null) {
            return unknown(NoResponse.ANSWER_UNREADABLE);
        }
        return new Accepted(ids.get(0).toString());
    }

    /**
     * The kind of the innermost failure. Messages of exceptions are left out because they may quote what was to be
     * sent.
     */
    private static String name(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }

    private static <T extends Throwable> T first(Throwable failure, Class<T> kind) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (kind.isInstance(link)) {
                return kind.cast(link);
            }
        }
        return null;
    }
}
