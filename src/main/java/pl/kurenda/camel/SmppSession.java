package pl.kurenda.camel;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsmpp.DefaultPDUSender;
import org.jsmpp.InvalidResponseException;
import org.jsmpp.PDUStringException;
import org.jsmpp.SynchronizedPDUSender;
import org.jsmpp.bean.Command;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.ESMClass;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.RegisteredDelivery;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.PendingResponse;
import org.jsmpp.extra.SessionState;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.connection.ConnectionFactory;
import org.jsmpp.util.DefaultComposer;

/**
 * A session that submits without a thread waiting for the answer, and that tells at once when no answer will come. jSMPP
 * keeps one blocked thread for each submit in flight, which costs three times the processor time, and after a cut it
 * lets each of them wait out the whole response time-out.
 */
final class SmppSession extends SMPPSession {

    private final Map<Integer, SmppAnswer> submits = new ConcurrentHashMap<>();
    private volatile boolean broken;

    SmppSession(ConnectionFactory connections) {
        super(new SynchronizedPDUSender(new DefaultPDUSender(new DefaultComposer())), new SmppReader(), connections);
    }

    /**
     * Submits a message.
     *
     * @throws IOException if nothing was sent because the session is not bound; once octets may have gone out, it is the
     *     answer that fails
     * @throws PDUStringException if this can be no submit_sm; nothing was sent
     */
    void submit(SubmitSm pdu, SmppAnswer answer) throws IOException, PDUStringException {
        ensureTransmittable("submit_sm");
        if (broken) {
            throw new BrokenSession();
        }
        int number = sequence().nextValue();
        submits.put(number, answer);
        try {
            write(number, pdu);
        } catch (IOException cut) {
            // jSMPP notices by the reading side, a moment later: until then nothing more may be tried on this session
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

    /** Whether a submit has a chance: bound, and nothing has failed to be written. */
    boolean usable() {
        return !broken && getSessionState().isBound();
    }

    @Override
    protected PendingResponse<Command> removePendingResponse(int number) {
        SmppAnswer answer = submits.remove(number);
        return answer == null ? super.removePendingResponse(number) : answer;
    }

    /** Ends the wait for answers that are overdue; to be called now and then. They may come yet, for a while. */
    void endOverdue() {
        long now = System.nanoTime();
        submits.values().forEach(answer -> answer.look(now));
        submits.values().removeIf(answer -> answer.useless(now));
    }

    /** Ends the wait of every request without an answer: the connection is gone. */
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
