package pl.kurenda.camel.smpp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUSender;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.SubmitSmResp;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jsmpp.util.PDUDecomposer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A session that submits without a thread waiting for the response, and that reports at once when no response will
 * come. jSMPP keeps one blocked thread for each submit in flight, which costs three times the processor time. After a
 * lost connection it lets each of them wait for the whole response time-out. Responses to submits and deliver_sm are
 * taken as they are read, see {@link SmppReader}; jSMPP handles everything else.
 */
final class SmppSession extends SMPPSession implements DeliverSmBatcher.Acknowledging {

    private static final Logger LOG = LoggerFactory.getLogger(SmppSession.class);
    private static final PDUDecomposer DECOMPOSER = new DefaultDecomposer();
    private static final PDUSender PLAIN = new DefaultPDUSender(new DefaultComposer());

    private final Map<Integer, PendingSubmit> submits = new ConcurrentHashMap<>();
    private final DeliverSmBatcher deliveries;
    private volatile boolean broken;

    /** @param deliveries takes what the SMSC delivers; none: this session only submits */
    SmppSession(ConnectionFactory connections, DeliverSmBatcher deliveries) {
        this(connections, deliveries, new SmppReader());
    }

    private SmppSession(ConnectionFactory connections, DeliverSmBatcher deliveries, SmppReader reader) {
        // the sender locks on the stream
        super(new SynchronizedPDUSender(PLAIN), reader, connections);
        this.deliveries = deliveries;
        reader.offerTo(this::take);
    }

    /**
     * Submits a message.
     *
     * @throws IOException if nothing was sent because the session is not bound; once octets may have gone out, the
     *     response fails instead
     * @throws PDUStringException if the message cannot be made into a submit_sm; nothing was sent
     */
    void submit(SubmitSm pdu, PendingSubmit answer) throws IOException, PDUStringException {
        ensureTransmittable("submit_sm");
        if (broken) {
            throw new BrokenSession();
        }
        int number = sequence().nextValue();
        submits.put(number, answer);
        try {
            write(number, pdu);
        } catch (IOException cut) {
            // jSMPP notices on the reading side a moment later; until then nothing more may be tried on this session
            broken = true;
            submits.remove(number);
            answer.fail(cut);
        } catch (PDUStringException | RuntimeException unmade) {
            submits.remove(number);
            throw unmade;
        }
        if (getSessionState() == SessionState.CLOSED) {
            endWaiting();
        }
    }

    private void write(int number, SubmitSm pdu) throws IOException, PDUStringException {
        pduSender()
                .sendSubmitSm(
                        connection().getOutputStream(),
                        number,
                        pdu.getServiceType(),
                        TypeOfNumber.valueOf(pdu.getSourceAddrTon()),
                        NumberingPlanIndicator.valueOf(pdu.getSourceAddrNpi()),
                        pdu.getSourceAddr(),
                        TypeOfNumber.valueOf(pdu.getDestAddrTon()),
                        NumberingPlanIndicator.valueOf(pdu.getDestAddrNpi()),
                        pdu.getDestAddress(),
                        new ESMClass(pdu.getEsmClass()),
                        pdu.getProtocolId(),
                        pdu.getPriorityFlag(),
                        pdu.getScheduleDeliveryTime(),
                        pdu.getValidityPeriod(),
                        new RegisteredDelivery(pdu.getRegisteredDelivery()),
                        pdu.getReplaceIfPresent(),
                        DataCodings.newInstance(pdu.getDataCoding()),
                        pdu.getSmDefaultMsgId(),
                        pdu.getShortMessage(),
                        pdu.getOptionalParameters());
    }

    private boolean take(Command header, byte[] pdu) {
        return switch (header.getCommandId()) {
            case SMPPConstant.CID_SUBMIT_SM_RESP -> takeAnswer(header, pdu);
            case SMPPConstant.CID_DELIVER_SM -> deliveries != null && takeDelivery(pdu);
            default -> false;
        };
    }

    /**
     * Takes a response to a submit. The header holds the outcome; if the rest cannot be read, only the id is missing.
     */
    private boolean takeAnswer(Command header, byte[] pdu) {
        PendingSubmit answer = submits.remove(header.getSequenceNumber());
        if (answer == null) {
            return false;
        }
        try {
            answer.done(response(header, pdu));
        } catch (RuntimeException failed) {
            // the reading thread continues
            LOG.error(
                    "A submit_sm_resp could not be taken: {}", failed.getClass().getSimpleName());
        }
        return true;
    }

    private static SubmitSmResp response(Command header, byte[] pdu) {
        try {
            return DECOMPOSER.submitSmResp(pdu);
        } catch (PDUStringException | RuntimeException unreadable) {
            LOG.warn(
                    "A submit_sm_resp has no id that can be read: {}",
                    unreadable.getClass().getSimpleName());
            SubmitSmResp response = new SubmitSmResp();
            response.setCommandStatus(header.getCommandStatus());
            return response;
        }
    }

    private boolean takeDelivery(byte[] pdu) {
        try {
            deliveries.take(DECOMPOSER.deliverSm(pdu), this);
            return true;
        } catch (PDUStringException | RuntimeException unreadable) {
            // jSMPP reports the error to the SMSC
            return false;
        }
    }

    /** Acknowledges all with one write. What cannot be written is not acknowledged: the SMSC sends it again. */
    @Override
    public void acknowledge(List<DeliverSm> pdus, int status) {
        try {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            for (DeliverSm pdu : pdus) {
                PLAIN.sendDeliverSmResp(octets, status, pdu.getSequenceNumber(), null);
            }
            OutputStream out = connection().getOutputStream();
            synchronized (out) {
                octets.writeTo(out);
                out.flush();
            }
        } catch (IOException cut) {
            LOG.debug("{} deliver_sm could not be acknowledged: the connection is gone", pdus.size());
        }
    }

    /** Whether a submit can succeed: the session is bound, and no write has failed. */
    boolean usable() {
        return !broken && getSessionState().isBound();
    }

    @Override
    protected PendingResponse<Command> removePendingResponse(int number) {
        PendingSubmit answer = submits.remove(number);
        return answer == null ? super.removePendingResponse(number) : answer;
    }

    /** Ends the wait for overdue responses; must be called regularly. They may still come, for a while. */
    void endOverdue() {
        long now = System.nanoTime();
        submits.values().forEach(answer -> answer.look(now));
        submits.values().removeIf(answer -> answer.useless(now));
    }

    /** Ends the wait of every request without a response, because the connection is gone. */
    void endWaiting() {
        InvalidResponseException cut = new InvalidResponseException("the connection was cut before the answer came");
        submits.forEach((number, answer) -> {
            if (submits.remove(number, answer)) {
                answer.doneWithInvalidResponse(cut);
            }
        });
        for (int number = sequence().currentValue(); number > 0 && getUnacknowledgedRequests() > 0; number--) {
            PendingResponse<Command> pending = removePendingResponse(number);
            if (pending != null) {
                pending.doneWithInvalidResponse(cut);
            }
        }
    }

    /** Nothing was sent: an earlier write has failed, and the session is about to end. */
    static final class BrokenSession extends IOException {
        private static final long serialVersionUID = 1L;

        BrokenSession() {
            super("the session is about to end");
        }
    }
}
